import { proxySinks, type Sinks, type WorkflowInterceptors } from '@temporalio/workflow';

export interface DeclarationSinks extends Sinks {
  readonly declarations: { declared(awaited: readonly string[], version: number): void };
}

const { declarations } = proxySinks<DeclarationSinks>();

/** Bundled beside the stories: hands out every set that a story declares, which no history holds. */
export const interceptors = (): WorkflowInterceptors => ({
  outbound: [
    {
      scheduleLocalActivity(input, next) {
        if (input.activityType === 'declareExpectations') {
          const [, awaited, version] = input.args as [string, readonly string[], number];
          declarations.declared(awaited, version);
        }
        return next(input);
      },
    },
  ],
});
