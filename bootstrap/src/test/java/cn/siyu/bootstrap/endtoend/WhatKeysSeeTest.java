package cn.siyu.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.bootstrap.RunningProduct;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a key of one member or one store is shown by every operation that reads: nothing of others.
/// New operations are walked by themselves.
class WhatKeysSeeTest {
    private static final Pattern ID = Pattern.compile("[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}");
    private static final Pattern PERSONAL = Pattern.compile("(客人|备注|描述|私语|凭据|他店)\\d+号|\\+86139\\d{8}");

    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    @TempDir
    private static Path home;

    private static RunningProduct product;
    private static ReadOperations operations;
    private static TwoStores stores;

    @BeforeAll
    static void thereAreTwoStores() throws IOException, InterruptedException {
        product = RunningProduct.start(
                home, Map.of("siyu.sandbox.customers", 120, "siyu.sandbox.days", 4, "siyu.sandbox.grain", "PT10M"));
        product.advance(Duration.ofDays(6));
        stores = new TwoStores(product);
        stores.harden();
        operations = new ReadOperations(product);
    }

    @AfterAll
    static void close() {
        product.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OWN", "DEPARTMENT", "DEPARTMENT_TREE"})
    void areShownNothingOfOthers(String sees) throws IOException, InterruptedException {
        String key = key(sees, scopes());
        Set<String> hidden = stores.hiddenFrom(!sees.equals("OWN"));
        Map<String, String> leaks = new TreeMap<>();
        Map<String, Integer> shown = new TreeMap<>();
        for (String template : operations.templates()) {
            for (String path : operations.paths(template)) {
                for (var answer : pages(path, key)) {
                    if (answer.status() < 400 && hidden.stream().anyMatch(path::contains)) {
                        leaks.put(template, path + " answers " + answer.status());
                    }
                    words(answer.text()).stream()
                            .filter(word -> hidden.contains(word) && !path.contains(word))
                            .forEach(word -> leaks.put(template, path + " shows " + word));
                    if (answer.status() == 200) {
                        ids(answer.text()).forEach(id -> shown.merge(id.substring(0, 3), 1, Integer::sum));
                    }
                }
            }
        }

        assertThat(leaks).isEmpty();
        assertThat(shown).containsKeys("cus", "rel", "int", "snd", "ord", "enr", "tsk", "evd", "con");
    }

    @Test
    void areShownNoPersonalDataWithoutTheScopeForIt() throws IOException, InterruptedException {
        String key = key(
                "BRAND",
                scopes().stream()
                        .filter(scope -> !scope.equals("customers:pii"))
                        .toList());
        Map<String, String> leaks = new TreeMap<>();
        for (String template : operations.templates()) {
            for (String path : operations.paths(template)) {
                for (var answer : pages(path, key)) {
                    PERSONAL.matcher(answer.text())
                            .results()
                            .forEach(found -> leaks.put(template, path + " shows " + found.group()));
                }
            }
        }

        assertThat(leaks).isEmpty();
    }

    @Test
    void seeAStaffMembersCustomersWhereTheyWorkNow() throws IOException, InterruptedException {
        var moves = new Moves(product);
        var member = moves.one("staff", "externalId", stores.member());
        String staff = member.path("id").asText();
        String old = member.path("department").asText();
        var other = moves.one("staff", "externalId", "store2-1");
        String colleague = moves.one(
                        "channel-accounts", "staff", other.path("id").asText())
                .path("id")
                .asText();
        String young = other.path("department").asText();
        String inheritances = "/v1/brands/demo/inheritances";
        String order = product.post(
                        inheritances,
                        "{\"staff\":\"" + staff
                                + "\",\"kind\":\"ON_THE_JOB\",\"groups\":[],\"takers\":[{\"account\":\"" + colleague
                                + "\"}]}")
                .path("id")
                .asText();
        String here = key("DEPARTMENT", old, scopes());
        String there = key("DEPARTMENT", young, scopes());
        String own = key("OWN", staff, scopes());
        var hereBefore = moves.shown(here, staff);
        var thereBefore = moves.shown(there, staff);
        var ownBefore = moves.shown(own, staff);
        long counted = moves.counted(here);

        moves.change("/staff/" + staff, "department", young);

        var hereAfter = moves.shown(here, staff);
        var thereAfter = moves.shown(there, staff);
        assertThat(hereBefore).containsAll(hereAfter);
        assertThat(thereAfter).containsAll(thereBefore);
        var gone = without(hereBefore, hereAfter);
        assertThat(thereAfter).containsAll(gone);
        assertThat(gone).contains(staff, order);
        assertThat(gone.stream().map(id -> id.substring(0, 3)).distinct())
                .contains("cus", "acc", "tsk", "snd", "int", "ord", "enr", "inh", "stf");
        assertThat(product.ask(inheritances + "/" + order + "/transfers", here).status())
                .isEqualTo(404);
        assertThat(ids(product.ask(inheritances + "/" + order + "/transfers?limit=500", there)
                        .text()))
                .anyMatch(id -> id.startsWith("cus") && gone.contains(id));
        assertThat(moves.counted(here)).isLessThan(counted);
        assertThat(moves.shown(own, staff)).isEqualTo(ownBefore);

        product.post(inheritances + "/" + order + "/cancellations", "");
        moves.change("/staff/" + staff, "department", old);
        assertThat(moves.shown(here, staff)).isEqualTo(hereBefore);
        assertThat(moves.counted(here)).isEqualTo(counted);
    }

    @Test
    void seeADepartmentBelowWhateverItIsMovedTo() throws IOException, InterruptedException {
        var moves = new Moves(product);
        var member = moves.one("staff", "externalId", stores.member());
        String staff = member.path("id").asText();
        String store = member.path("department").asText();
        String root = moves.one("departments", "id", store).path("parent").asText();
        String east = moves.department("东区", root);
        String west = moves.department("西区", root);
        String ofStore = key("DEPARTMENT_TREE", store, scopes());
        String ofEast = key("DEPARTMENT_TREE", east, scopes());
        String ofWest = key("DEPARTMENT_TREE", west, scopes());
        var all = moves.shown(ofStore, staff);
        assertThat(moves.shown(ofEast, staff)).isEmpty();

        moves.change("/departments/" + store, "parent", east);
        assertThat(without(moves.shown(ofEast, staff), all)).isEmpty();
        assertThat(moves.shown(ofEast, staff)).containsAll(all);
        assertThat(moves.counted(ofEast)).isEqualTo(moves.counted(ofStore)).isPositive();

        moves.change("/departments/" + store, "parent", west);
        assertThat(moves.shown(ofEast, staff)).isEmpty();
        assertThat(moves.counted(ofEast)).isZero();
        assertThat(moves.shown(ofWest, staff)).isEqualTo(all);
        assertThat(moves.shown(ofStore, staff)).isEqualTo(all);
        moves.change("/departments/" + store, "parent", root);
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        var left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }

    /// All pages of a list; of anything else the one there is.
    private static List<RunningProduct.Answer> pages(String path, String key) throws IOException, InterruptedException {
        List<RunningProduct.Answer> pages = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            var answer = product.ask(next, key);
            pages.add(answer);
            var found = NEXT.matcher(answer.text());
            next = found.find() ? found.group(1) : "";
        }
        return pages;
    }

    private static List<String> scopes() throws IOException, InterruptedException {
        for (JsonNode one : product.get("/v1/brands/demo/api-keys").path("items")) {
            return StreamSupport.stream(one.path("scopes").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }
        throw new AssertionError("the sandbox has a key");
    }

    private static String key(String sees, List<String> scopes) throws IOException, InterruptedException {
        return made(sees, bound(sees), scopes);
    }

    private static String key(String sees, String of, List<String> scopes) throws IOException, InterruptedException {
        return made(sees, ",\"seesOf\":\"" + of + "\"", scopes);
    }

    private static String made(String sees, String bound, List<String> scopes)
            throws IOException, InterruptedException {
        String body = "{\"name\":\"%s\",\"sees\":\"%s\",\"scopes\":[\"%s\"]%s}"
                .formatted(sees, sees, String.join("\",\"", scopes), bound);
        return product.post("/v1/brands/demo/api-keys", body).path("secret").asText();
    }

    private static String bound(String sees) throws IOException, InterruptedException {
        if (sees.equals("BRAND")) {
            return "";
        }
        for (JsonNode member : product.get("/v1/brands/demo/staff?limit=500").path("items")) {
            if (member.path("externalId").asText().equals(stores.member())) {
                String id = sees.equals("OWN") ? "id" : "department";
                return ",\"seesOf\":\"" + member.path(id).asText() + "\"";
            }
        }
        throw new AssertionError("there is no member " + stores.member());
    }

    private static List<String> ids(String text) {
        return ID.matcher(text).results().map(found -> found.group()).toList();
    }

    /// Ids, planted words, and phone numbers by their last eight digits.
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(ids(text));
        PERSONAL.matcher(text)
                .results()
                .map(found -> found.group())
                .map(word -> word.startsWith("+") ? word.substring(6) : word)
                .forEach(words::add);
        return words;
    }
}
