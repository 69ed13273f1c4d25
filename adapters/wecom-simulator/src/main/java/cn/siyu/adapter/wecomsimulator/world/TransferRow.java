package cn.siyu.adapter.wecomsimulator.world;

/// A customer is being handed, or was handed, from one member to another (客户继承): on the job
/// (在职继承), or because the first member has left (离职继承).
///
/// @param sequence counts the transfers of a corp
/// @param customer the customer's number
/// @param resigned whether the handing member had left
/// @param endsAt when the customer goes over by itself; once that is decided, when it was
/// @param text what the customer is told when it has gone over; `""` = the platform's own words
public record TransferRow(
        int sequence,
        int customer,
        String handover,
        String takeover,
        boolean resigned,
        long askedAt,
        long endsAt,
        String text,
        State state)
        implements Row {

    /// How far a transfer has come, with the number that the platform tells.
    public enum State {
        DONE(1),
        WAITING(2),
        REFUSED(3),
        FULL(4);

        private final int code;

        State(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    public TransferRow ended(State how, long at) {
        return new TransferRow(sequence, customer, handover, takeover, resigned, askedAt, at, text, how);
    }

    public boolean waits() {
        return state == State.WAITING;
    }

    /// The time that the platform tells: when it went over or will; 0 when it never will.
    public long takeoverTime() {
        return state == State.DONE || state == State.WAITING ? endsAt : 0;
    }
}
