package cn.siyu.adapter.http.contact;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Language;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.contact.AskContactDecision;
import cn.siyu.application.contact.SendRequest;
import cn.siyu.application.insight.ForeseeContacts;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.id.PublicId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/// What would be decided now.
@Controller("/v1/brands/{brand}/contact-decisions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Contact")
final class ContactDecisionController implements Contract.Owner {
    private final ForeseeContacts foresee;

    ContactDecisionController(ForeseeContacts foresee) {
        this.foresee = foresee;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .body(
                        "askContactDecisions",
                        Question::read,
                        "{\"customers\":[\"cus_01kaj4v5x8e6rtz3m0w9q2c4hd\"],\"contactClass\":\"MARKETING\"}");
    }

    @Needs(Scope.SENDS_READ)
    @Post
    @Status(HttpStatus.OK)
    @Operation(
            operationId = "askContactDecisions",
            summary = "May I contact these customers now? · 现在可以触达这些客户吗",
            description =
                    "Asks the governor about up to 500 customers: whether they may be contacted now, through which account,"
                            + " and if not, why and from when. Nothing is written or reserved; the answers are in the order"
                            + " of the question.")
    Page<ContactDecisionResource> ask(Caller caller, JsonBody body, HttpRequest<?> request) {
        Question question = body.read(Question::read);
        Language language = Language.of(request);
        return switch (foresee.answer(question.by(caller))) {
            case ForeseeContacts.Outcome.Answered(var customers) ->
                new Page<>(
                        customers.stream()
                                .map(each -> ContactDecisionResource.of(each, language))
                                .toList(),
                        null,
                        null,
                        null);
            case ForeseeContacts.Outcome.Unknown(var places) ->
                throw Problems.body(places.stream()
                        .map(place -> Mistake.at(
                                "/customers/" + place,
                                ProblemCode.REFERENCE_UNKNOWN,
                                Text.of("There is no such customer here.", "这里没有此客户。")))
                        .toList());
        };
    }

    /// What is asked.
    private record Question(List<PublicId> customers, ContactClass contactClass, String touchpoint, boolean winBack) {
        static Question read(Input in) {
            return new Question(
                    in.list("customers", 1, AskContactDecision.MOST)
                            .ids(IdType.CUSTOMER)
                            .get(),
                    in.oneOf("contactClass", ContactClass.class).or(ContactClass.MARKETING),
                    in.text("touchpoint", 40)
                            .where(
                                    text -> text.matches("[A-Z][A-Z0-9_]*"),
                                    ProblemCode.BAD_FORMAT,
                                    Text.of(
                                            "A touchpoint is written in capitals, like PRIVATE_CHAT.",
                                            "触点用大写字母书写，例如 PRIVATE_CHAT。"))
                            .or(SendRequest.PRIVATE_CHAT),
                    in.flag("winBack").or(false));
        }

        ForeseeContacts.Query by(Caller caller) {
            return new ForeseeContacts.Query(caller, customers, contactClass, touchpoint, winBack);
        }
    }
}
