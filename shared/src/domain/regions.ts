/** German Länder, Austrian Länder and Swiss cantons by ISO 3166-2. */
export const regions = [
  ...(['BB', 'BE', 'BW', 'BY', 'HB', 'HE', 'HH', 'MV', 'NI', 'NW', 'RP', 'SH', 'SL', 'SN', 'ST', 'TH'] as const).map(
    (state) => `DE-${state}` as const,
  ),
  ...(['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const).map((state) => `AT-${state}` as const),
  ...(
    [
      ...(['AG', 'AI', 'AR', 'BE', 'BL', 'BS', 'FR', 'GE', 'GL', 'GR', 'JU', 'LU', 'NE'] as const),
      ...(['NW', 'OW', 'SG', 'SH', 'SO', 'SZ', 'TG', 'TI', 'UR', 'VD', 'VS', 'ZG', 'ZH'] as const),
    ] as const
  ).map((canton) => `CH-${canton}` as const),
] as const;
export type Region = (typeof regions)[number];
