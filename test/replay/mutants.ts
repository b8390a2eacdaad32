/** A change of the stories, told as a change of their bundled text. */
export interface Mutant {
  readonly how: string;
  readonly from: string;
  readonly to: string;
}

/** Changes of the telling: each moves the commands of a history. */
export const TELLINGS: readonly Mutant[] = [
  {
    how: 'reads the journal twice',
    from: 'const news = await listen();',
    to: 'const news = await listen(); await activities.readJournal(this.poleId, 0);',
  },
  { how: 'no longer shows the operator where it stands', from: 'this.show(answer.standing);', to: '' },
  { how: 'declares no longer', from: 'if (this.turning) return;', to: 'return;' },
];

/** The same, but for what some histories alone hold: an alarm rung, a withdrawal. */
export const PARTIAL: readonly (Mutant & { readonly refusedBy: RegExp })[] = [
  {
    how: 'declares before it rings, and not after',
    from: 'return this.turn(async ()=>this.restingAt(await activities.ringAlarm(this.poleId, at)));',
    to: 'return this.turn(async ()=>null).then(async (turn)=>(await activities.ringAlarm(this.poleId, at), turn));',
    refusedBy:
      /silence|too-late-1|lost-and-started-again-where-it-rests-1|r-gion-terminates|to-its-closure|one-by-one|detours|page-turned-2|breach-of|then-reopened|found-later-1/,
  },
  {
    how: 'ends later than it did',
    from: "if (ending.how === 'withdrawn') await dossier.expect('withdrawal-acknowledgement');",
    to: "if (ending.how === 'withdrawn') await dossier.expect('withdrawal-acknowledgement'), await dossier.expect('closure');",
    refusedBy: /carrier-withdraws/,
  },
];

/** Changes of the stages: they wait on facts alone, so no command moves. `names` is what the change is seen by. */
export const STAGES: readonly (Mutant & { readonly names: string })[] = [
  {
    how: 'gains a step in its middle',
    from: "const request = await dossier.expect('grant-request', {\n        cycle: 1\n    });",
    to: "await dossier.expect('cress-meeting', { meeting: 2 }); const request = await dossier.expect('grant-request', {\n        cycle: 1\n    });",
    names: '+cress-meeting/2',
  },
  {
    how: 'loses a step',
    from: "await dossier.expect('cress-meeting', {\n        meeting: 1\n    });",
    to: '',
    names: '+legitimation-note/1',
  },
  {
    how: 'takes two steps in the other order',
    from: "await dossier.expect('transmission', {\n        award: id\n    });",
    to: "await dossier.expect('grant-notification', {\n        award: id\n    });\n    await dossier.expect('transmission', {\n        award: id\n    });",
    names: '+grant-notification/#1',
  },
  {
    how: 'takes one after the other what was side by side',
    from: 'const [granted] = await Promise.all([\n        instructedAndVoted(dossier, id, permits, voted),',
    to: "await dossier.expect('acknowledgement', { award: id });\n    const [granted] = await Promise.all([\n        instructedAndVoted(dossier, id, permits, voted),",
    names: '+acknowledgement/#1',
  },
  {
    how: 'hopes for what was owed',
    from: "await dossier.expect('essential-data', {\n        award: id\n    })",
    to: "await dossier.listen('essential-data', {\n        award: id\n    })",
    names: '+essential-data/#1',
  },
];

/** The bundled text of stories with one change. Refuses one whose place is not there once. */
export function mutated(code: string, { how, from, to }: Mutant): string {
  const [before, after, ...extraParts] = code.split(from);
  if (before === undefined || after === undefined || extraParts.length > 0)
    throw new Error(`Un récit qui ${how} : le texte « ${from} » doit se trouver une fois dans le paquet.`);
  return `${before}${to}${after}`;
}
