package cn.siyu.application.contact;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.contact.port.Responses;
import cn.siyu.application.contact.port.Responses.Given;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Something a customer did counts as an answer (响应) to what was sent to them: a reply, click,
/// visit, coupon, purchase or joining. It answers every open window, ends the ignored streak and
/// with it the pause; what was taken for silence before is put right.
public final class RecordResponse {
    private final Responses responses;
    private final Persons persons;
    private final SettleResponses settle;
    private final BrandClock clock;

    public RecordResponse(Responses responses, SettleResponses settle, BrandClock clock, Persons persons) {
        this.persons = persons;
        this.responses = responses;
        this.settle = settle;
        this.clock = clock;
    }

    /// Answers, over whatever relationships; inside the caller's transaction. The same one again
    /// changes nothing; customers who were never sent anything have nothing to answer.
    public void responded(BrandId brand, List<Given> answers) {
        if (answers.isEmpty()) {
            return;
        }
        Set<CustomerId> customers = answers.stream().map(Given::customer).collect(Collectors.toSet());
        var births = persons.births(brand, customers);
        Set<CustomerId> contacted = Set.copyOf(responses.contacted(
                brand, births.values().stream().flatMap(List::stream).collect(Collectors.toSet())));
        List<Given> counting = answers.stream()
                .filter(answer -> births.getOrDefault(answer.customer(), List.of()).stream()
                        .anyMatch(contacted::contains))
                .toList();
        if (!counting.isEmpty()) {
            responses.addAnswers(brand, counting);
            settle.settle(brand, contacted, clock.now(brand));
        }
    }
}
