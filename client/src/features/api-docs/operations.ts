import type { ApiOperation, OpenApi } from '@stammgast/shared/contract/openapi';

export interface Operation extends ApiOperation {
  readonly method: string;
  readonly path: string;
}

export function operationsOf(document: OpenApi): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method: method.toUpperCase() })),
  );
}
