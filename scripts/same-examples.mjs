// Where a run decides about a change, properties are tried with the same examples each time; at a desk with new ones.
import fc from 'fast-check';

if (process.env.CI === 'true') fc.configureGlobal({ seed: 20_260_305 });
