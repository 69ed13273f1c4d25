package cn.siyu.adapter.wecomsimulator.fault;

import cn.siyu.adapter.wecomsimulator.wire.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// The rules in force as a file, so that a process that was killed strikes on where it stopped.
/// Lines, each written before the call that it is about is answered:
///
/// - `+ {…}` a rule with how far it has come; one with the same id is replaced
/// - `~ id seen drawn bitten` how far it has come since
/// - `- id` it is gone
///
/// A last line without an end is dropped. The file is written anew at each start, and when it has
/// grown long.
final class FaultJournal implements AutoCloseable {
    private static final int LONG = 200_000;
    private final Path file;
    private OutputStream out;
    private int lines;

    private FaultJournal(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    /// Reads the rules of a file, by id, and goes on writing it.
    static FaultJournal open(Path file, SequencedMap<Integer, ArmedRule> rules) {
        try {
            if (Files.exists(file)) {
                rules.putAll(read(Files.readString(file)));
            }
            var journal = new FaultJournal(file, OutputStream.nullOutputStream());
            journal.rewrite(rules.values());
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the faults from " + file, e);
        }
    }

    private static Map<Integer, ArmedRule> read(String text) throws IOException {
        Map<Integer, ArmedRule> rules = new LinkedHashMap<>();
        var whole = text.substring(0, text.lastIndexOf('\n') + 1);
        for (var line : whole.lines().toList()) {
            switch (line.charAt(0)) {
                case '+' -> {
                    var saved = Json.MAPPER.readValue(line.substring(2), ArmedRule.Saved.class);
                    rules.put(saved.rule().id(), ArmedRule.of(saved));
                }
                case '-' -> rules.remove(Integer.parseInt(line.substring(2)));
                default -> {
                    var numbers = line.substring(2).split(" ", -1);
                    var rule = rules.get(Integer.parseInt(numbers[0]));
                    if (rule != null) {
                        rule.advance(
                                Integer.parseInt(numbers[1]),
                                Integer.parseInt(numbers[2]),
                                Integer.parseInt(numbers[3]));
                    }
                }
            }
        }
        return rules;
    }

    /// A rule is new, or is now as it is here.
    void put(ArmedRule rule) {
        write("+ " + json(rule) + "\n");
    }

    void remove(int id) {
        write("- " + id + "\n");
    }

    /// A rule was asked. Short, because every call may ask every rule.
    /// @param rules all that are in force, for when the file has grown too long
    void progressed(ArmedRule rule, Collection<ArmedRule> rules) {
        var now = rule.saved();
        write("~ " + rule.rule().id() + " " + now.seen() + " " + now.drawn() + " " + now.bitten() + "\n");
        if (lines > LONG) {
            rewrite(rules);
        }
    }

    private void rewrite(Collection<ArmedRule> rules) {
        try {
            out.close();
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            var text = new StringBuilder();
            rules.forEach(rule -> text.append("+ ").append(json(rule)).append('\n'));
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            out = Files.newOutputStream(file, StandardOpenOption.APPEND);
            lines = 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the faults to " + file, e);
        }
    }

    private static String json(ArmedRule rule) {
        return new String(Json.bytes(rule.saved()), StandardCharsets.UTF_8);
    }

    private void write(String line) {
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            lines++;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the faults to " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
