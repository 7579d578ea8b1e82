// Snippets and saved views of the demo, kept with the flows that people use.
import { snippets, views } from '../demo/texts.ts';
import { actorOf, idOf, type Stage } from './demo-stage.ts';
import { saveView, shareView } from './keep-views.ts';
import { addSnippet } from './manage-snippets.ts';

/** Returns the ids of the snippets: nothing else tells later who has brought them. */
export async function keepDemoTexts(stage: Stage): Promise<string[]> {
  const keeper = actorOf(stage, 'clara');
  const ids: string[] = [];
  for (const { channel, ...text } of snippets) {
    const channelId = channel ? idOf(stage, channel) : null;
    ids.push((await addSnippet(stage.house, keeper, { ...text, channelId })).id);
  }
  for (const { name, q, by, team } of views) {
    const actor = actorOf(stage, by);
    const { id } = await saveView(stage.house, actor, { name, q });
    if (team) await shareView(stage.house, actor, id);
  }
  return ids;
}
