/** Which parts of the answer to the three questions on What to do now a reader is shown. */

const UNANSWERED = "-";

/**
 * Whether answers fit what a part of the page says of itself: under each question that it names, the answers that show
 * it, with spaces between them and "-" for a question that is not answered.
 * @param {Record<string, string>} conditions
 * @param {Record<string, string>} answers
 */
export function fits(conditions, answers) {
  return Object.entries(conditions).every(([question, condition]) =>
    condition.split(" ").includes(answers[question] || UNANSWERED),
  );
}

/**
 * The answers without those to questions that their own conditions take away: a child is not asked what happened
 * to a child, and what was chosen before counts no more.
 * @param {Record<string, string>} answers
 * @param {Record<string, Record<string, string>>} conditions of the questions, by question
 */
export function applicableAnswers(answers, conditions) {
  return Object.fromEntries(
    Object.entries(answers).filter(([question, answer]) => answer && fits(conditions[question] ?? {}, answers)),
  );
}
