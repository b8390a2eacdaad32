import type { FuzzedRequest } from './requests.js';

/** What a house answered, read whole. */
export interface FuzzedAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Words that only an English sentence has: what a library says, and nobody wrote for people. */
const ENGLISH =
  /\b(?:the|must|should|cannot|invalid|unexpected|unsupported|forbidden|failed|not found|missing|is not)(?![-\w])/i;

/** What is wrong with an answer, in a French sentence; undefined for one that a house may give. */
export function faultOf({ method }: FuzzedRequest, { status, type, text }: FuzzedAnswer): string | undefined {
  if (status >= 500) return 'la maison est en faute';
  if (status < 400 || method === 'HEAD') return undefined;
  if (!type.startsWith('application/problem+json')) return `un refus en « ${type} »`;
  return faultOfProblem(status, text);
}

interface ProblemRead {
  readonly type?: unknown;
  readonly title?: unknown;
  readonly detail?: unknown;
  readonly status?: unknown;
  readonly errors?: readonly { readonly pointer?: unknown; readonly detail?: unknown }[];
}

function faultOfProblem(status: number, text: string): string | undefined {
  const problem = JSON.parse(text) as ProblemRead;
  if (problem.status !== status) return 'un refus qui dit un autre état';
  if (typeof problem.type !== 'string' || !problem.type.startsWith('urn:jalon:probleme:')) return 'un refus sans genre';
  const sentences = [problem.title, ...(problem.errors?.map(({ detail }) => detail) ?? [problem.detail])];
  if (!sentences.every(said => typeof said === 'string' && said !== '')) return 'un refus qui ne dit rien';
  const english = sentences.map(said => ENGLISH.exec(String(said).replaceAll(/«[^»]*»/g, ''))?.[0]).find(Boolean);
  if (english !== undefined) return `un refus en anglais (« ${english} »)`;
  const isOfFields = problem.type === 'urn:jalon:probleme:invalid-body' && status === 422;
  if (isOfFields && !problem.errors?.every(({ pointer }) => typeof pointer === 'string'))
    return 'des champs à corriger sans pointeur';
  return undefined;
}
