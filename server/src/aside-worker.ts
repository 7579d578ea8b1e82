// The thread beside the requests; compose.ts starts it.
import { answerAside } from './aside/answer-aside.ts';
import { calculations } from './flows/calculations.ts';

await answerAside(calculations);
