import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { Instant } from './time.ts';

const about = { orderId: idOf('order'), answeredAt: z.optional(z.nullable(Instant)) };

/**
 * What a shopper answered in the shop's own survey. `nps`: how likely they are to recommend the shop, 0 to 10. `csat`: how content they
 * are, 1 to 5. `orderId` says whose answer it is; without `answeredAt` it was given now.
 */
export const SurveyAnswerInput = z.discriminatedUnion('measure', [
  z.strictObject({ measure: z.literal('nps'), score: z.int().check(z.minimum(0), z.maximum(10)), ...about }),
  z.strictObject({ measure: z.literal('csat'), score: z.int().check(z.minimum(1), z.maximum(5)), ...about }),
]);
/** See the schema of the same name. */
export type SurveyAnswerInput = z.infer<typeof SurveyAnswerInput>;

/**
 * What an answer tells of the shopper. `content`: nine or ten of ten, or five of five. `discontent`: six of ten or fewer, or two of five or
 * fewer. `neither`: what is between.
 */
export const surveySigns = ['content', 'neither', 'discontent'] as const;
/** One of `surveySigns`. */
export type SurveySign = (typeof surveySigns)[number];

/** An answer as it is kept, with what it tells. */
export const SurveyAnswer = z.object({
  /** The survey's own id of the answer. */
  externalId: z.string(),
  orderId: idOf('order'),
  measure: z.enum(['nps', 'csat']),
  score: z.int(),
  sign: z.enum(surveySigns),
  answeredAt: Instant,
});
/** See the schema of the same name. */
export type SurveyAnswer = z.infer<typeof SurveyAnswer>;
