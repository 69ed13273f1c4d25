package cn.siyu.adapter.http.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A CSV file (RFC 4180), read row by row. Cells are separated by commas, semicolons or tabs,
/// whichever the header has most; lines end as they like; rows without content are passed over.
public final class CsvFile implements Iterator<CsvLine>, AutoCloseable {
    private static final int LONGEST_HEADER = 64 * 1024;
    private static final int MOST_CHARACTERS_OF_A_ROW = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private int number;
    private boolean ended;
    private @Nullable CsvLine next;

    private CsvFile(CsvReader<CsvRecord> reader) {
        this.reader = reader;
        this.records = reader.iterator();
    }

    /// Opens a file.
    public static CsvFile open(Upload file, Charset encoding) {
        try {
            var text = new BufferedReader(new InputStreamReader(file.open(), encoding), LONGEST_HEADER);
            passMark(text);
            return new CsvFile(CsvReader.builder()
                    .fieldSeparator(separator(text))
                    .skipEmptyLines(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(MOST_CHARACTERS_OF_A_ROW)
                    .ofCsvRecord(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void passMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        char[] beginning = new char[LONGEST_HEADER - 1];
        int length = Math.max(0, text.read(beginning));
        text.reset();
        int end = IntStream.range(0, length)
                .filter(i -> beginning[i] == '\n' || beginning[i] == '\r')
                .findFirst()
                .orElse(length);
        String header = new String(beginning, 0, end);
        char best = ',';
        for (char each : new char[] {';', '\t'}) {
            if (count(header, each) > count(header, best)) {
                best = each;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            next = read();
        }
        return next != null;
    }

    @Override
    public CsvLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        CsvLine line = next;
        next = null;
        if (line == null) {
            throw new NoSuchElementException();
        }
        return line;
    }

    private @Nullable CsvLine read() {
        try {
            if (!records.hasNext()) {
                ended = true;
                return null;
            }
            number++;
            var line = new CsvLine(number, records.next().getFields(), true);
            return line.blank() ? null : line;
        } catch (CsvParseException e) {
            ended = true;
            return new CsvLine(number, List.of(), false);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
