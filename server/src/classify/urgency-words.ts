// Plain words of tokens.ts: `exact`, `begin*`, `*end`. Few false alarms are the aim: "Notfall" is here, "Not" is not.

/** Reasons of urgency 2. */
export const emergencies = {
  safety: `verletz* unfall* gebrannt brennt qualm* rauchgeruch* rauchmelder* feuerwehr* explod* explosion* stromschlag* funken gasgeruch* gasaustritt* co-melder*
    kohlenmonoxid* einsturz* lebensgefahr* lebensgefähr* gefährlich* bremse* bremsen notlandung* eingeklemmt* geschmolzen* glassplitter* verbrüh* notarzt*
    gestrandet* polizei* überfall* überfallen rollstuhl* notruf* notfallnummer* hausnotruf* evakui* rückruf* blaulicht* wasserrohrbruch* ausgerutscht* gestürzt umgekippt* gebrochen* gerissen aufgebläht rauch notfall* hausnotruf* erstick* verschluckt* alarm*
    injur* accident* fire smoke sparks explod* exploded electrocut* burned burnt scald* gas leak monoxide danger* unsafe hazard* brakes stranded police ambulance
    recall* recalled choke* choking swallow* wheelchair* emergency* 999 evacuat* collapsed stuck alarm* bleeding blood sharp`,
  health: `krankenhaus* klinik klinikum spital* notaufnahme* arzt ärztin ärzte hausarzt* hautarzt* tierarzt* allergi* allergen* *allergie vergift* lebensmittelvergift* erbroch*
    ausschlag atemnot* bewusstlos* medikament* insulin* infektion* salmonell* schimmel verschimmelt* ratten maden kakerlak* bettwanzen* gesundheitsamt* veterinäramt*
    schwanger* neugeboren* sauerstoff* dialyse* operation patienten* stiche hautausschlag* notdienst*
    hospital* doctor* gp a&e allerg* anaphyla* poison* vomit* rash* medication* insulin* infect* salmonella mold mould mouldy moldy rats maggots cockroach* bedbug*
    pregnan* newborn* oxygen health patients bites`,
  legal: `anwalt* anwält* rechtsanwalt* rechtsschutz* klage verklag* gericht* mahnbescheid* strafanzeige* anzeige anzeigen verbraucherzentrale* verbraucherschutz*
    schlichtungsstelle* konsumentenschutz* ordnungsamt* aufsichtsbehörde* bundesnetzagentur* ombudsmann* ombudsstelle* mietamt* mieterverein* bafin rechtlich* rechtswidrig* illegal* diskriminier*
    lawyer* solicitor* attorney* lawsuit* sue suing court* legal legally ombudsman* regulator* authority tribunal* trading-standards licensing discriminat* unlawful illegal*`,
  press: `presse presseanfrage* pressestelle* pressesprecher* journalist* redaktion* lokalredaktion* redakteur* reporter* lokalzeitung* fernsehen statement*
    recherchier* recherche redaktionsschluss* stellungnahme*
    press journalist* reporter* newspaper* newsroom* magazine* broadcaster* editorial* documentary*`,
  privacy: `datenschutz* dsgvo datenleck* datenpanne* gehackt* hacker* kundendaten* patientendaten* personenbezogen* identitätsdiebstahl* phishing* sicherheitslücke* fremde fremden fremder fremdes iban
    gdpr dsar privacy hacked breach* leaked phishing* vulnerability stranger's identity`,
} as const;

/** Reasons of urgency 1, where the comment complains or presses. */
export const pressing = {
  money: `geld erstatt* rückerstatt* rückzahl* abgebucht* abgezogen abbuch* eingezogen mahnung* inkasso* kaution* anzahlung* guthaben* gutschrift* doppelt nachzahl* überwiesen überweis*
    betrogen betrug* abzocke* lohn gehalt miete retourgeld* refund* charged overcharged deposit* payment* paid money debit* scam* fraud* payslip* salary rent crooks thieves voucher*`,
  time: `dringend* sofort eilig* frist* deadline* morgen übermorgen warteschleife* stundenlang* urgent* urgently immediately asap tomorrow tonight deadline* expires waiting`,
  repeated: `mehrfach* mehrmals wiederholt* erneut* nochmals zigmal vergeblich* vertröst* funkstille* ignoriert* unbeantwortet* again repeatedly ignored unanswered chased chasing`,
} as const;
