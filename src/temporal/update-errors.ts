import {
  ApplicationFailure,
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';

/** The codes of gRPC under which the server gives an update back: it was aborted; its workflow task failed. */
const ABORTED = 10;
const FAILED_PRECONDITION = 9;

/** The types of the failures by which the server answers an update in a worker's stead. */
const RUN_ENDED = 'AcceptedUpdateCompletedWorkflow';
const UNPROCESSED = 'UnprocessedUpdate';

/** The run ended or turned its page before it answered, or a worker had remembered more of it than the server: say it again. */
export function isToBeSaidAgain(error: unknown): boolean {
  const code = grpcCodeOf(error);
  return (
    error instanceof WorkflowNotFoundError ||
    code === ABORTED ||
    code === FAILED_PRECONDITION ||
    failureTypeOf(error) === RUN_ENDED
  );
}

/**
 * The worker remembers more of the run than the server, which was given back an older memory: it takes each word for one
 * that it has heard.
 */
export function isNotHeard(error: unknown): boolean {
  return failureTypeOf(error) === UNPROCESSED;
}

function failureTypeOf(error: unknown): string | null | undefined {
  if (!(error instanceof WorkflowUpdateFailedError)) return undefined;
  return error.cause instanceof ApplicationFailure ? error.cause.type : undefined;
}

/** What the client throws is the server's answer, or wraps it. */
function grpcCodeOf(error: unknown): number | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (isGrpcServiceError(cause)) return cause.code;
  return undefined;
}
