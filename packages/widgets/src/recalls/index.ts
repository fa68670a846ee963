export { css as recallsStyles } from './recalls.css';
export { english, type RecallsMessages } from './recalls.messages.ts';
export { createRecalls, type RecallsModel, type RecallsOptions, type RecallsState } from './recalls.model.ts';
export { Recalls, type RecallsProps } from './recalls.tsx';
export type { RecallsSource, Remedy } from './recalls-source.ts';
