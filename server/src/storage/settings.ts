import type { ReviewSettings } from '@stammgast/shared/contract/reviewers';
import type { Locale, Register } from '@stammgast/shared/contract/team';
import type { DigestState } from '@stammgast/shared/domain/notify/digest-time';
import type { PlaceState } from '@stammgast/shared/domain/radar/place-state';
import { eq, sql } from 'drizzle-orm';
import type { Db } from './database.ts';
import { preparedOnce } from './prepared.ts';

/** The settings of the house itself; they exist from set-up on. */
interface HouseSettings {
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly locale: Locale;
  /** How German addresses people. Left out: with Sie. */
  readonly register?: Register;
}

export const registerOf = (house: Pick<HouseSettings, 'register'> | null): Register => house?.register ?? 'sie';

/** What the demo has brought along beside rows that say so themselves; there from its seeding to its removal. */
export interface DemoSettings {
  /** ISO 8601. */
  readonly seededAt: string;
  /** The name of the house is the demo's too. */
  readonly ownsHouse: boolean;
  /** How reviews are drawn came with the demo, too. */
  readonly ownsReview?: boolean;
  readonly policyIds: readonly string[];
  readonly calendarIds: readonly string[];
  /** Left out by versions that brought no snippets. */
  readonly snippetIds?: readonly string[];
  /** How many comments of the storm have been played. */
  readonly gusts: number;
}

/** The server that takes the house's e-mail. */
export interface MailServerSettings {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string | null;
  /** By the vault. */
  readonly sealedPassword: string | null;
  readonly senderName: string;
  readonly senderAddress: string;
  /** Where links in mails lead: the address at which the house was asked for when this was set. */
  readonly origin: string;
}

/** The last entry of the audit trail that has been deleted because of its age; the chain begins after it. */
interface AuditStart {
  readonly seq: number;
  readonly hash: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The weather as the radar saw it last: of the house and of each channel. */
interface RadarSettings {
  /** ISO 8601. */
  readonly at: string;
  readonly house: PlaceState;
  readonly channels: Readonly<Record<string, PlaceState>>;
}

/** How threads are sampled for review; there from the first draw on. */
export interface StoredReviewSettings extends ReviewSettings {
  /** The key of the draw. Known to reviewers, so that they can do it again. */
  readonly seed: string;
}

/** Figures per person: off where there is no such setting. */
interface FigureSettings {
  readonly perPerson: boolean;
  readonly reason: string;
  /** ISO 8601. */
  readonly switchedAt: string;
  readonly switchedBy: string | null;
}

/** What each key of the settings table holds. */
export interface Settings {
  readonly house: HouseSettings;
  /** SHA-256 of the one-time token of the first run. */
  readonly 'setup.token': string;
  readonly demo: DemoSettings;
  readonly figures: FigureSettings;
  readonly mail: MailServerSettings;
  readonly 'audit.start': AuditStart;
  readonly radar: RadarSettings;
  readonly digests: DigestState;
  /** By which push services know the house; the private half by the vault. */
  readonly 'push.keys': { readonly publicKey: string; readonly sealedPrivateKey: string };
  readonly review: StoredReviewSettings;
}

const settingQuery = preparedOnce((db) => {
  const { settings } = db.tables;
  return db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, sql.placeholder('key')))
    .prepare('setting');
});

/** Asked with every answer, and by much else. */
export async function readSetting<Key extends keyof Settings>(db: Db, key: Key): Promise<Settings[Key] | null> {
  const [row] = await settingQuery(db).execute({ key });
  return row ? (row.value as Settings[Key]) : null;
}

/** Throws a unique violation when the key is there already. */
export async function addSetting<Key extends keyof Settings>(tx: Db, key: Key, value: Settings[Key]): Promise<void> {
  await tx.insert(tx.tables.settings).values({ key, value });
}

export async function writeSetting<Key extends keyof Settings>(tx: Db, key: Key, value: Settings[Key]): Promise<void> {
  const { settings } = tx.tables;
  await tx.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } });
}

export async function removeSetting(tx: Db, key: keyof Settings): Promise<void> {
  const { settings } = tx.tables;
  await tx.delete(settings).where(eq(settings.key, key));
}
