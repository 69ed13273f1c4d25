package cn.siyu.domain.trust.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Scanner;
import java.util.regex.Pattern;

/// Reads the shipped policy files in tests: objects, texts without escapes, and numbers, which is
/// all they hold. The domain itself knows no JSON.
public final class PlainJson {
    private static final Pattern TOKEN = Pattern.compile("\\s*([{}:,]|\"[^\"\\\\]*\"|-?[0-9.]+)");

    private final Scanner text;

    private PlainJson(String text) {
        this.text = new Scanner(text);
    }

    public static Map<String, Object> object(String text) {
        var json = new PlainJson(text);
        json.expect("{");
        return json.rest();
    }

    private Map<String, Object> rest() {
        var fields = new LinkedHashMap<String, Object>();
        String separator = ",";
        while (separator.equals(",")) {
            String name = unquoted(next());
            expect(":");
            if (fields.put(name, value(next())) != null) {
                throw new IllegalArgumentException("twice: " + name);
            }
            separator = next();
        }
        return fields;
    }

    private Object value(String token) {
        return switch (token.charAt(0)) {
            case '{' -> rest();
            case '"' -> unquoted(token);
            default -> Double.valueOf(token);
        };
    }

    private String next() {
        var token = text.findWithinHorizon(TOKEN, 0);
        if (token == null) {
            throw new IllegalArgumentException("ends too early");
        }
        return token.strip();
    }

    private void expect(String token) {
        if (!next().equals(token)) {
            throw new IllegalArgumentException("expected " + token);
        }
    }

    private static String unquoted(String token) {
        return token.substring(1, token.length() - 1);
    }
}
