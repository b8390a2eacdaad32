import { Inject, Injectable } from '@nestjs/common';
import { InputPipe } from '../../api/input-pipe.js';
import type { Fault } from '../../api/problem.js';
import { faultsOf, problemOf } from '../../api/problem-filter.js';
import type { Page } from '../frame/page.js';
import { SeeOther } from '../frame/see-other.js';
import { keyIn, renewed } from './form-key.js';
import { toldFaults } from './faults.js';
import { fieldsAsked } from './model.js';
import { trimmed, type Posted } from './posted.js';
import { readForm } from './reading.js';
import { settingCheckPage, settingPage, type FilledSetting, type SettingForm } from './setting-form.js';

/** What is done with a form of a setting once its fields are sound. */
export interface SettingWork<Body> {
  /** Refuses what the work would, before it is read twice. */
  readonly rehearse?: (body: Body, key: string) => Promise<void>;
  /** Does it; answers where its author goes then. */
  readonly perform: (body: Body, key: string) => Promise<string>;
}

/** The pages by which something is set: its form, what it is about to do, what is wrong in it. */
@Injectable()
export class SettingForms {
  constructor(@Inject(InputPipe) private readonly pipe: InputPipe) {}

  /** The form, empty but for what the engine knows. */
  show(form: SettingForm, known: Posted = {}): Page {
    return settingPage(filledIn(form, known));
  }

  /** Checks what was sent, as the API would; asks to read twice what is grave; does it. */
  async send<Body extends object>(
    form: SettingForm,
    posted: Posted,
    { rehearse, perform }: SettingWork<Body>,
  ): Promise<Page | SeeOther> {
    const setting = filledIn(form, posted);
    const step = trimmed(posted, '_step');
    if (step === 'edit') return settingPage(setting);
    const missing = missingIn(setting);
    if (missing.length > 0) return refused(setting, missing, 422);
    try {
      const body = await this.checked<Body>(setting);
      if (form.check !== undefined && step !== 'do') {
        await rehearse?.(body, setting.key);
        return settingCheckPage(setting, form.check(setting.filled.body));
      }
      return new SeeOther(await perform(body, setting.key));
    } catch (error) {
      const problem = problemOf(error)?.problem;
      if (problem === undefined || ![403, 409, 422].includes(problem.status)) throw error;
      return refused(renewed(setting, problem), faultsOf(problem), problem.status);
    }
  }

  private async checked<Body extends object>({ form: { asks }, filled: { body } }: FilledSetting): Promise<Body> {
    return (asks === undefined ? {} : await this.pipe.transform(body, { type: 'body', metatype: asks })) as Body;
  }
}

function filledIn(form: SettingForm, posted: Posted): FilledSetting {
  const { asks, only, needs = [] } = form;
  const all = (asks === undefined ? [] : fieldsAsked(asks)).filter(
    ({ name }) => only === undefined || only.includes(name),
  );
  const fields = {
    fields: all.map(field => (needs.includes(field.name) ? { ...field, required: true } : field)),
    common: [],
  };
  return {
    ...{ form, fields, posted, filled: readForm(fields, posted), faults: [] },
    key: keyIn(posted),
  };
}

const missingIn = ({ form: { needs = [] }, filled }: FilledSetting): readonly Fault[] =>
  needs.flatMap(name =>
    filled.body[name] === undefined ? [{ code: 'missing-field', detail: 'Ce champ manque.', pointer: `/${name}` }] : [],
  );

const refused = (setting: FilledSetting, faults: readonly Fault[], status: number): Page =>
  settingPage({ ...setting, faults: toldFaults(faults, setting.filled) }, status);
