package cn.siyu.bootstrap.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// People who work the lists of personal accounts (运营): take a card, claim its tasks, do what
/// they say, tell what they saw, and keep a book of their own of it.
final class Operators {
    private static final String PAGE = "/worklist?limit=100";

    private final SandboxBrand brand;
    private final Friends friends;
    private final Map<String, Integer> done = new TreeMap<>();
    private final HandBook book = new HandBook();
    private final List<String> accepted = new ArrayList<>();
    private int refused;

    Operators(SandboxBrand brand, Friends friends) {
        this.brand = brand;
        this.friends = friends;
    }

    /// Everybody works until nothing is left that may be done now.
    ///
    /// @param people ids of staff members
    void work(List<String> people) throws IOException, InterruptedException {
        LocalDate today = brand.today();
        for (String one : people) {
            Set<String> tried = new HashSet<>();
            boolean more = true;
            while (more) {
                more = false;
                for (JsonNode card : brand.get("/staff/" + one + PAGE).path("items")) {
                    for (JsonNode task : card.path("tasks")) {
                        if (tried.add(task.path("id").asText())) {
                            more = true;
                            work(task, today);
                        }
                    }
                }
            }
        }
    }

    private void work(JsonNode task, LocalDate today) throws IOException, InterruptedException {
        String path = "/tasks/" + task.path("id").asText();
        if (brand.tell("POST", path + "/claims", "{}").status() / 100 != 2) {
            refused++;
            return;
        }
        brand.post(path + "/completions", "{}");
        String kind = task.path("kind").asText();
        String customer = task.path("customer").asText();
        done.merge(kind, 1, Integer::sum);
        String account = task.path("account").asText();
        book.did(kind, account, today);
        List<String> saw = friends.see(kind, customer);
        if (!saw.isEmpty() && task.path("account").isTextual()) {
            book.saw(saw, account);
            tell(path, saw, customer);
        }
    }

    private void tell(String path, List<String> saw, String customer) throws IOException, InterruptedException {
        boolean friend = saw.contains("ACCEPTED");
        String body = "{\"saw\":[\"" + String.join("\",\"", saw) + "\"]"
                + (friend ? ",\"friend\":\"wx-" + friends.key(customer) + "\"" : "") + "}";
        brand.post(path + "/observations", body);
        if (friend) {
            accepted.add(customer);
        }
    }

    /// The customers who became friends since this was asked last, in order.
    List<String> newFriends() {
        var news = List.copyOf(accepted);
        accepted.clear();
        return news;
    }

    /// How many tasks of each kind were done.
    Map<String, Integer> done() {
        return done;
    }

    /// How often the product did not let a task be taken in hand.
    int refused() {
        return refused;
    }

    /// What they did on which account and day.
    HandBook book() {
        return book;
    }
}
