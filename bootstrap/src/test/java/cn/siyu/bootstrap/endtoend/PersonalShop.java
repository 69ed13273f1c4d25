package cn.siyu.bootstrap.endtoend;

import cn.siyu.bootstrap.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;

/// A live brand with one operator who works personal accounts by hand; it is noon there.
final class PersonalShop {
    private final Api api;
    private final String brand;
    private final String staff;

    /// Founds it.
    PersonalShop(Api api, String slug) throws IOException, InterruptedException {
        this.api = api;
        this.brand = "/v1/brands/" + slug;
        int noonIsAt = 12 - Instant.now().atOffset(ZoneOffset.UTC).getHour();
        String zone = "Etc/GMT" + (noonIsAt > 0 ? "-" + noonIsAt : "+" + -noonIsAt);
        api.post(
                "/v1/brands",
                "{\"slug\":\"" + slug + "\",\"name\":\"名车\",\"mode\":\"LIVE\",\"timeZone\":\"" + zone + "\"}");
        String shop = made("/departments", "{\"name\":\"运营\",\"kind\":\"DEPARTMENT\"}");
        staff = made("/staff", "{\"name\":\"小王\",\"department\":\"" + shop + "\",\"externalId\":\"wang\"}");
    }

    /// Posts and tells the id of what was made.
    String made(String path, String body) throws IOException, InterruptedException {
        return post(path, body).path("id").asText();
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return api.post(brand + path, body);
    }

    /// A personal account of the operator, open for long.
    String account(String address) throws IOException, InterruptedException {
        return account("PERSONAL_WECHAT", "by-hand", address);
    }

    /// An account of the operator on some channel, open for long.
    String account(String channel, String connection, String address) throws IOException, InterruptedException {
        String id = made(
                "/channel-accounts",
                "{\"channel\":\"" + channel + "\",\"connection\":\"" + connection + "\",\"address\":\"" + address
                        + "\",\"name\":\"小王\",\"staff\":\"" + staff + "\",\"totalCap\":3000}");
        post("/channel-accounts/" + id + "/openings", "{\"openedOn\":\"2024-01-01\"}");
        return id;
    }

    /// Somebody who bought, became a friend of an account, and deleted it.
    ///
    /// @return the customer
    String lost(String account, String phone, int amount) throws IOException, InterruptedException {
        String customer = made(
                "/customers", "{\"source\":\"crm\",\"identities\":[{\"type\":\"PHONE\",\"value\":\"" + phone + "\"}]}");
        var task = made(
                "/channel-accounts/" + account + "/tasks",
                "{\"kind\":\"ADD\",\"customer\":\"" + customer + "\",\"way\":\"PHONE\",\"value\":\"" + phone
                        + "\",\"expiresAt\":\"" + Instant.now().plusSeconds(86_400) + "\"}");
        post("/tasks/" + task + "/completions", "{}");
        post("/tasks/" + task + "/observations", "{\"saw\":[\"ACCEPTED\"],\"friend\":\"f" + phone + "\"}");
        post("/tasks/" + task + "/observations", "{\"saw\":[\"DELETED\"]}");
        post(
                "/orders",
                "{\"source\":\"shop\",\"externalId\":\"" + phone + "\",\"identity\":{\"type\":\"PHONE\",\"value\":\""
                        + phone
                        + "\"},\"amountMinor\":" + amount
                        + ",\"currency\":\"CNY\",\"salesChannel\":\"STORE\",\"lines\":[],\"paidAt\":\""
                        + Instant.now().minusSeconds(3_600) + "\"}");
        return customer;
    }
}
