package cn.siyu.bootstrap.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// People and the personal accounts that they hold, set up over HTTP; and whom to ask for
/// friendship on which account.
final class PersonalTeam {
    private static final int CONFLICT = 409;
    private static final int DAYS_TO_ASK = 5;

    private final SandboxBrand brand;
    private final List<String> people = new ArrayList<>();
    private final List<String> accounts = new ArrayList<>();
    private final Map<String, LocalDate> openedOn = new HashMap<>();
    private final Map<String, String> accountOf = new HashMap<>();
    private int next;

    PersonalTeam(SandboxBrand brand) {
        this.brand = brand;
    }

    /// Hires people with accounts of their own.
    ///
    /// @param openedOn since when the accounts exist, like `2024-01-01`
    void hire(String team, int people, int accountsEach, String openedOn) throws IOException, InterruptedException {
        String department = brand.made("/departments", "{\"name\":\"" + team + "\",\"kind\":\"DEPARTMENT\"}");
        for (int i = 1; i <= people; i++) {
            String person = brand.made(
                    "/staff",
                    "{\"name\":\"运营" + i + "号\",\"department\":\"" + department + "\",\"externalId\":\"operator-" + i
                            + "\"}");
            this.people.add(person);
            for (int j = 1; j <= accountsEach; j++) {
                String account = brand.made(
                        "/channel-accounts",
                        "{\"channel\":\"PERSONAL_WECHAT\",\"connection\":\"by-hand\",\"address\":\"wx_" + i + "_" + j
                                + "\",\"name\":\"小顾 " + i + "-" + j + "\",\"staff\":\"" + person
                                + "\",\"department\":\"" + department + "\"}");
                brand.post("/channel-accounts/" + account + "/openings", "{\"openedOn\":\"" + openedOn + "\"}");
                accounts.add(account);
                this.openedOn.put(account, LocalDate.parse(openedOn));
            }
        }
    }

    List<String> people() {
        return people;
    }

    List<String> accounts() {
        return accounts;
    }

    /// The account whose friend a customer was asked to become.
    String accountOf(String customer) {
        return accountOf.getOrDefault(customer, "");
    }

    /// Has an account ask a customer, the given one or the next that may still ask today.
    ///
    /// @param wanted an account; empty: any
    /// @return whether one was found
    boolean ask(String customer, String phone, String wanted, String why) throws IOException, InterruptedException {
        String until = brand.now()
                .plus(DAYS_TO_ASK, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        for (int tries = 0; tries < accounts.size(); tries++) {
            String account = tries == 0 && !wanted.isEmpty() ? wanted : accounts.get(next++ % accounts.size());
            var told = brand.tell(
                    "POST",
                    "/channel-accounts/" + account + "/tasks",
                    "{\"kind\":\"ADD\",\"customer\":\"" + customer + "\",\"way\":\"PHONE\",\"value\":\"" + phone
                            + "\",\"text\":\"您好，我是您的专属顾问\",\"why\":\"" + why + "\",\"expiresAt\":\"" + until + "\"}");
            if (told.status() / 100 == 2) {
                accountOf.put(customer, account);
                return true;
            }
            if (told.status() != CONFLICT) {
                throw new IllegalStateException("an account was not asked: " + told);
            }
        }
        return false;
    }

    /// Since when each account exists.
    Map<String, LocalDate> openedOn() {
        return openedOn;
    }

    /// Accounts that the product lets do more or less than the field's numbers say: ours are grown
    /// up and were never warned.
    long ofAnotherPace() throws IOException, InterruptedException {
        long others = 0;
        LocalDate today = brand.today();
        for (String account : accounts) {
            JsonNode care = brand.get("/channel-accounts/" + account + "/care");
            long age = ChronoUnit.DAYS.between(openedOn.getOrDefault(account, today), today);
            if (care.at("/adds/perDay").asInt() != FieldNumbers.addsADay(age)
                    || care.at("/messages/perDay").asInt() != FieldNumbers.MESSAGES_A_DAY) {
                others++;
            }
        }
        return others;
    }

    /// How busy the holders are, as the product says: how many of each strain.
    Map<String, Integer> strains(int accountsEach) throws IOException, InterruptedException {
        Map<String, Integer> strains = new HashMap<>();
        for (int i = 0; i < accounts.size(); i += accountsEach) {
            strains.merge(
                    brand.get("/channel-accounts/" + accounts.get(i) + "/care")
                            .at("/operator/strain")
                            .asText(),
                    1,
                    Integer::sum);
        }
        return strains;
    }

    /// A task of another kind on the account of a friend.
    boolean order(String kind, String account, String customer, String text, Instant until)
            throws IOException, InterruptedException {
        return brand.tell(
                                        "POST",
                                        "/channel-accounts/" + account + "/tasks",
                                        "{\"kind\":\"" + kind + "\",\"customer\":\"" + customer + "\",\"text\":\""
                                                + text + "\",\"why\":\"节奏\",\"expiresAt\":\"" + until + "\"}")
                                .status()
                        / 100
                == 2;
    }
}
