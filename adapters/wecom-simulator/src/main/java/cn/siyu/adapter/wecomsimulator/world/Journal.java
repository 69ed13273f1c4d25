package cn.siyu.adapter.wecomsimulator.world;

import java.util.stream.Stream;

/// Where a corp's rows are kept.
interface Journal extends AutoCloseable {
    /// A journal that keeps nothing: the world ends with the process.
    Journal NONE = new Journal() {
        @Override
        public void append(Row row) {
            // nothing is kept
        }

        @Override
        public void flush() {
            // nothing is kept
        }

        @Override
        public boolean isOvergrown() {
            return false;
        }

        @Override
        public Journal rewritten(Stream<Row> rows) {
            return this;
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    /// Adds a row; it is safe only after [#flush].
    void append(Row row);

    /// Hands everything to the operating system, so that it survives the end of this process.
    void flush();

    /// Whether it should be written anew, because most of it is true no longer.
    boolean isOvergrown();

    /// This journal, holding these rows instead.
    Journal rewritten(Stream<Row> rows);

    @Override
    void close();
}
