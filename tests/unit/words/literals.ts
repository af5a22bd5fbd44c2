/** Finds texts for people that stand in the code itself, where no translator meets them. */
import { parseSync } from 'vite';

/** A text that stands in the code. */
export interface Literal {
  /** `path:line`. */
  readonly where: string;
  /** As it stands there; `…` where a value goes. */
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Attributes whose text a reader sees or hears, be it a single word. */
const SPOKEN =
  /^(aria-(label|description|roledescription|valuetext|placeholder|braillelabel)|title|placeholder|alt|label|hint|description|button|lead|text|term|spoken|summary|name)$/;
/** Attributes that hold code: names of classes, ways to draw, addresses. */
const CODE =
  /^(class|className|style|d|viewBox|points|transform|id|for|href|src|rel|accept|allow|sandbox|role|type|slot|part|autocomplete|autoComplete|aria-(labelledby|describedby|controls|owns|flowto|activedescendant|details))$/;
/** Calls whose texts are code, or for developers: selectors, the console, patterns. */
const CODE_CALLS =
  /^(querySelector|querySelectorAll|closest|matches|warn|error|log|debug|info|table|mark|measure|RegExp|matchMedia|split|join|setProperty|insertRule|registerProperty|execFileSync|includes|startsWith|endsWith|getComputedStyle|supports)$/;
/** Types of TypeScript hold no text that is ever said; of its expressions only the inside does. */
const TYPED = /^TS(As|Satisfies|NonNull|Instantiation|TypeAssertion)|^TS(Enum|Export)/;

const LETTER = /\p{L}/u;
/** Two words with a space between; or a word beside a value. */
const WORDS = /\p{L}[\p{L}\p{M}\p{P}\p{N}]*\s+[\p{P}\p{N}]*\p{L}|\p{L}\S*\s+\S*…|…\S*\s+\S*\p{L}/u;
/** A single word as a sentence or a button begins: keys and names of classes don't. */
const CAPITAL = /^\p{Lu}\p{Ll}+[.!?:…]?$/u;

/** Literal texts for people in a file's `source`; `path` is for telling where. */
export function literalsIn(path: string, source: string): Literal[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} can't be parsed: ${errors[0]?.message}`);
  const found: Literal[] = [];
  const tell = (node: Node, text: string) => {
    const line = source.slice(0, node.start).split('\n').length;
    found.push({ where: `${path}:${line}`, text: text.replace(/\s+/g, ' ').trim() });
  };
  const look = (value: unknown, spoken: boolean): void => {
    if (Array.isArray(value)) for (const one of value) look(one, spoken);
    else if (isNode(value)) visit(value, spoken);
  };
  const inside = (node: Node, spoken: boolean) => {
    for (const key in node) look(node[key], spoken);
  };
  const said = (node: Node, text: string, spoken: boolean) => {
    if (WORDS.test(text) || CAPITAL.test(text) || (spoken && LETTER.test(text))) tell(node, text);
  };
  const visit = (node: Node, spoken: boolean): void => {
    if (node.type.startsWith('TS') && !TYPED.test(node.type)) return;
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ImportExpression':
      case 'ExportAllDeclaration':
      case 'TaggedTemplateExpression':
        break;
      case 'ExportNamedDeclaration':
        look(node.declaration, false);
        break;
      case 'JSXText':
        if (LETTER.test(String(node.value))) tell(node, String(node.value));
        break;
      case 'JSXAttribute':
        if (!CODE.test(nameOf(node.name))) look(node.value, SPOKEN.test(nameOf(node.name)));
        break;
      case 'JSXExpressionContainer':
        look(node.expression, spoken);
        break;
      case 'Property':
        if (node.computed === true) look(node.key, false);
        look(node.value, spoken);
        break;
      case 'CallExpression':
      case 'NewExpression':
        look(node.callee, false);
        if (!CODE_CALLS.test(nameOf(node.callee))) look(node.arguments, false);
        break;
      case 'BinaryExpression':
        // Else it is held against something: `key === 'Enter'`.
        if (node.operator === '+') inside(node, spoken);
        break;
      case 'SwitchCase':
        look(node.consequent, false);
        break;
      case 'MemberExpression':
        look(node.object, false);
        break;
      case 'ConditionalExpression':
        look(node.test, false);
        look(node.consequent, spoken);
        look(node.alternate, spoken);
        break;
      case 'Literal':
        if (typeof node.value === 'string') said(node, node.value, spoken);
        break;
      case 'TemplateLiteral': {
        const quasis = node.quasis as readonly { readonly value: { readonly cooked: string } }[];
        said(node, quasis.map((quasi) => quasi.value.cooked).join('…'), false);
        look(node.expressions, false);
        break;
      }
      default:
        inside(node, spoken);
    }
  };
  visit(program as unknown as Node, false);
  return found;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** The last name in what is called, or of an attribute. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'MemberExpression') return nameOf(node.property);
  if (node.type === 'JSXNamespacedName') return `${nameOf(node.namespace)}:${nameOf(node.name)}`;
  return String(node.name ?? '');
}
