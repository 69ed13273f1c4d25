/// Whom to reach: the expression language of audiences (人群包), its typed field catalogue, its
/// evaluation, and the assignment of customers to the arms of a test.
///
/// Start with [ExpressionLanguage]: it turns text or a JSON-like tree into an [Expression], or says
/// everything that is wrong with it, with places. [Evaluation] decides an expression in memory;
/// storage adapters translate the same expression to SQL, and both must select the same customers,
/// which is why unknown values follow SQL's three-valued logic ([Truth]). The language is bounded
/// and total: no loops, no code, no exceptions. The language knows no customer: fields come from a
/// [FieldCatalogue], [CustomerField] is the one for customers.
@NullMarked
package cn.siyu.domain.audience;

import org.jspecify.annotations.NullMarked;
