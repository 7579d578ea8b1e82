import { allOf, type Search, type SearchNode, type SearchTerm, termOf, type When } from './search.ts';
import { isPlain } from './tokens.ts';
import {
  assigneeWords,
  hasWords,
  isWords,
  keyWords,
  lastWords,
  type SearchLanguage,
  sentimentWords,
  slaWords,
  sortWords,
  topicWords,
  unitWords,
  wordIn,
} from './vocabulary.ts';

/** A search as people of a language write it. */
export function printSearch({ where, sort }: Search, language: SearchLanguage): string {
  const order = sort === null ? [] : [`${wordIn(keyWords, 'sort', language)}:${wordIn(sortWords, sort, language)}`];
  return [...(where === null ? [] : [printNode(where, language)]), ...order].join(' ');
}

/** The form that is stored and stands in addresses: the same for everybody. */
export const neutralText = (search: Search): string => printSearch(search, 'en');

/** The neutral text for terms that all must hold. */
export const textOfTerms = (...terms: readonly SearchTerm[]): string =>
  neutralText({ where: allOf(terms.map(termOf)), sort: null });

export function printNode(node: SearchNode, language: SearchLanguage): string {
  switch (node.kind) {
    case 'term':
      return `${wordIn(keyWords, node.term.key, language)}:${printValue(node.term, language)}`;
    case 'text':
      return node.exact || !isPlain(node.text) ? inQuotes(node.text) : node.text;
    case 'not':
      return `-${inBrackets(node.of, language, ['and', 'or'])}`;
    case 'and':
      return node.of.map((one) => inBrackets(one, language, ['or'])).join(' ');
    case 'or':
      return node.of.map((one) => printNode(one, language)).join(language === 'de' ? ' ODER ' : ' OR ');
  }
}

function inBrackets(node: SearchNode, language: SearchLanguage, kinds: readonly SearchNode['kind'][]): string {
  const text = printNode(node, language);
  return kinds.includes(node.kind) ? `(${text})` : text;
}

/** The value alone, as it stands behind its key. */
export function printValue(term: SearchTerm, language: SearchLanguage): string {
  switch (term.key) {
    case 'is':
      return wordIn(isWords, term.value, language);
    case 'has':
      return wordIn(hasWords, term.value, language);
    case 'sentiment':
      return wordIn(sentimentWords, term.value === 'unsure' ? 'unknown' : term.value, language);
    case 'topic':
      return wordIn(topicWords, term.value, language);
    case 'assignee':
      return term.value === 'me' || term.value === 'none'
        ? wordIn(assigneeWords, term.value, language)
        : `@${quoted(term.value.slice(1))}`;
    case 'sla':
      return typeof term.value === 'string'
        ? wordIn(slaWords, term.value, language)
        : `${term.value.sign}${term.value.count}${wordIn(unitWords, term.value.unit, language)}`;
    case 'quality':
      return `${term.value.sign}${term.value.percent}`;
    case 'created':
    case 'answered':
      return printWhen(term.value, language);
    default:
      return quoted(term.value);
  }
}

function printWhen(value: When, language: SearchLanguage): string {
  if ('hour' in value) return `${value.day}T${String(value.hour).padStart(2, '0')}`;
  if ('day' in value) return `${value.sign === '=' ? '' : value.sign}${value.day}`;
  return `${wordIn(lastWords, 'last', language)}-${value.last}${wordIn(unitWords, value.unit, language)}`;
}

/** Quoted only where it would else be cut or read as something else. */
const quoted = (text: string): string => (/^[\p{L}\p{N}_.-]+$/u.test(text) ? text : inQuotes(text));
const inQuotes = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
