package cn.siyu.bootstrap.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/// Customers who got an invitation: some add the personal account by themselves and tell the code,
/// the others wait until the operator asks them.
final class Invitations {
    private static final double TELL_THE_CODE = 0.35;
    private static final int ANSWER_DAYS = 5;

    private final SandboxBrand brand;
    private final Friends friends;
    private final Circle circle;
    private final Chance chance;
    private final Set<String> known = new HashSet<>();
    private final Set<String> heldOut = new HashSet<>();
    private int told;

    Invitations(SandboxBrand brand, Friends friends, Circle circle, Chance chance) {
        this.brand = brand;
        this.friends = friends;
        this.circle = circle;
        this.chance = chance;
    }

    /// Looks who is invited, and lets those answer whose day it is.
    void look(String program, int day) throws IOException, InterruptedException {
        for (JsonNode candidate : brand.all("/graduations/" + program + "/candidates?limit=100")) {
            String customer = candidate.path("customer").asText();
            if (known.add(customer)) {
                friends.know(customer, key(customer));
            }
            if (candidate.path("state").asText().equals("HELD_OUT")) {
                heldOut.add(customer);
            }
            if (candidate.path("state").asText().equals("ACCEPTED")) {
                circle.join(
                        customer,
                        friends.key(customer),
                        candidate.path("account").asText(),
                        candidate.path("relationship").asText(),
                        day);
            }
            if (candidate.path("state").asText().equals("INVITED")) {
                String key = friends.key(customer);
                int after = 1 + (int) (ANSWER_DAYS * chance.unit(key, "code after", 0));
                if (day % ANSWER_DAYS == after % ANSWER_DAYS && chance.happens(TELL_THE_CODE, key, "code", 0)) {
                    tell(candidate, customer);
                }
            }
        }
    }

    private void tell(JsonNode candidate, String customer) throws IOException, InterruptedException {
        brand.post(
                "/invitation-acceptances",
                "{\"token\":\"" + candidate.path("token").asText() + "\",\"friend\":\"wx-" + friends.key(customer)
                        + "\"}");
        told++;
    }

    /// A key that is the same in every run: the customer's id with the channel.
    private String key(String customer) throws IOException, InterruptedException {
        for (JsonNode identity : brand.get("/customers/" + customer).path("identities")) {
            if (identity.path("type").asText().equals("EXTERNAL_USERID")) {
                return identity.path("value").asText();
            }
        }
        return customer;
    }

    /// How many came by themselves.
    int told() {
        return told;
    }

    /// How many of those held out became friends all the same.
    long heldOutAndMet() {
        return heldOut.stream()
                .filter(customer -> friends.friendships(customer) > 0)
                .count();
    }
}
