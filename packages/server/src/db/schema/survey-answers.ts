import type { SurveyAnswerInput, SurveySign } from '@postlude/contract';
import type { Moment } from '../columns.ts';

/** What a shopper answered in the shop's own survey, under the survey's id of it. */
export interface SurveyAnswersTable {
  store_id: string;
  external_id: string;
  order_id: string;
  measure: SurveyAnswerInput['measure'];
  score: number;
  sign: SurveySign;
  answered_at: Moment;
  created_at: Moment;
  updated_at: Moment;
}

/** The tables of surveys. */
export interface SurveyAnswersTables {
  survey_answers: SurveyAnswersTable;
}
