import { Component, type ComponentChildren } from 'preact';
import type { Reporter } from './guard.ts';

interface ErrorBoundaryProps {
  readonly report: Reporter | undefined;
  /** What is shown instead, with a way on: `retry` renders the children once more. */
  readonly fallback: (retry: () => void) => ComponentChildren;
  readonly children: ComponentChildren;
}

/**
 * Stands at the root of every widget: an error while rendering shows `fallback` in place of a blank page. It does not
 * see errors of event handlers; those are the guard's.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  override componentDidCatch(error: unknown): void {
    this.setState({ failed: true });
    try {
      this.props.report?.(error);
    } catch {
      // A reporter that fails has nobody left to tell.
    }
  }

  readonly retry = (): void => this.setState({ failed: false });

  override render(): ComponentChildren {
    return this.state.failed ? this.props.fallback(this.retry) : this.props.children;
  }
}
