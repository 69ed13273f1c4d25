package cn.siyu.adapter.wecomsimulator.world;

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
        public void close() {
            // nothing is open
        }
    };

    /// Adds a row; it is safe only after [#flush].
    void append(Row row);

    /// Hands everything to the operating system, so that it survives the end of this process.
    void flush();

    @Override
    void close();
}
