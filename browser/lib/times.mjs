/** Whether a text names a time, as a lead and a timeframe in one field do. toolkit/forms/times.py is its twin. */

const TIME =
  /\d|\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|winter|easter|christmas|terms?|termly|half-term|half term|weeks?|weekly|months?|monthly|years?|yearly|annually|ongoing|immediately|today|tomorrow|tymor|hanner tymor|wythnos|mis|blwyddyn|gwanwyn|haf|hydref|gaeaf|pasg|nadolig|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|tachwedd|rhagfyr)\b/i;

/** @param {string} text */
export function namesTime(text) {
  return TIME.test(text);
}

/**
 * The names of answers that still say who leads and by when in one, where a form once asked for both together.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {(key: string) => string} plain the name of the question of an answer
 */
export function unsplitLeads(definition, answers, plain) {
  return Object.keys(answers).filter((key) => {
    const field = definition.fields[plain(key)];
    return field?.holds === "lead" && field.changed_note !== undefined && namesTime(answers[key]);
  });
}
