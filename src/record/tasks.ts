/** What asks for a person, before it is written. One that is open already about the same thing is not opened twice. */
export interface NewTask {
  readonly id: string;
  readonly kind: string;
  readonly about: string;
  readonly pole_id: string | null;
  readonly contact_id: string | null;
  readonly detail: string;
}

/** Opens the tasks at one place of a statement, at the instant at another. */
export const openTasks = (tasks: string, at: string) => `
  INSERT INTO tasks (id, kind, about, pole_id, contact_id, opened_at, detail)
  SELECT id, kind, about, pole_id, contact_id, ${at}, detail FROM jsonb_populate_recordset(NULL::tasks, ${tasks})
  ON CONFLICT (kind, about) WHERE closed_at IS NULL DO NOTHING`;
