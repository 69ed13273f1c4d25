package cn.siyu.bootstrap;

import cn.siyu.bootstrap.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The requests of a training run: what a start-up cache should already know at the next start.
record TrainingRun(HttpClient http, String base, String key, String slug) {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);
    private static final int ROUNDS = 20;

    static TrainingRun of(String base, Optional<Sandbox.Opened> opened) {
        return new TrainingRun(
                HttpClient.newHttpClient(),
                base,
                opened.map(Sandbox.Opened::key).orElse(""),
                opened.map(Sandbox.Opened::slug).orElse("none"));
    }

    void run() {
        var brand = "/v1/brands/" + slug;
        for (int round = 0; round < ROUNDS; round++) {
            for (var path : List.of("/health", "/problems", brand, brand + "/customers?limit=3", brand + "/clock")) {
                ask(path);
            }
        }
    }

    private void ask(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + key)
                .build();
        try {
            http.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            LOG.warn("training request {} failed: {}", path, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
