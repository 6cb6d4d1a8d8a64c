import { Component, type ReactNode } from 'react';
import { ErrorState } from '../ui/states';
import { t } from '../ui/text';

interface BoundaryState {
  readonly message: string | null;
}

/** A screen that breaks says so and leaves the others alone. */
export class Boundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { message: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <ErrorState
        title={t('state.brokenTitle')}
        text={t('state.brokenText', [message])}
        onRetry={() => this.setState({ message: null })}
      />
    );
  }
}
