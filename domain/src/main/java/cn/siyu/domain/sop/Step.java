package cn.siyu.domain.sop;

import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.content.Template;
import cn.siyu.domain.customer.TagId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/// One step of an SOP. A wait is no step that is carried out: it only moves the moment of the next
/// one.
public sealed interface Step {
    /// A wait.
    sealed interface Wait extends Step {
        /// When it ends; never before `from`.
        ///
        /// @param from when everything before it was over
        /// @param zone the customer's, else the brand's
        Instant endsAt(Instant from, Instant enrolledAt, ZoneId zone);
    }

    /// Waits for a while.
    ///
    /// @param length longer than nothing
    record WaitFor(Duration length) implements Wait {
        public WaitFor {
            if (!length.isPositive()) {
                throw new IllegalArgumentException("a wait is longer than nothing");
            }
        }

        @Override
        public Instant endsAt(Instant from, Instant enrolledAt, ZoneId zone) {
            return from.plus(length);
        }
    }

    /// Waits until a time of day.
    ///
    /// @param day how many days after the day of enrolment, 0 being that day, by the customer's
    ///     calendar
    /// @param time by the customer's clock. Where clocks are set forward over it, as much later;
    ///     where they are set back, the first of the two
    record WaitUntil(int day, LocalTime time) implements Wait {
        public WaitUntil {
            if (day < 0) {
                throw new IllegalArgumentException("days are counted from 0");
            }
        }

        @Override
        public Instant endsAt(Instant from, Instant enrolledAt, ZoneId zone) {
            Instant moment = enrolledAt
                    .atZone(zone)
                    .toLocalDate()
                    .plusDays(day)
                    .atTime(time)
                    .atZone(zone)
                    .toInstant();
            return moment.isBefore(from) ? from : moment;
        }
    }

    /// Sends a material (发送), if the governor allows it.
    ///
    /// @param touchpoint the code of where contact happens (触点)
    /// @param deadline how long after it fell due it is still of use
    /// @param winBack whether it may go to customers whose marketing is paused since they ignore us
    record Send(MaterialId material, String touchpoint, ContactClass contactClass, Duration deadline, boolean winBack)
            implements Step {}

    /// Sets and takes away tags (打标签).
    record Tag(Set<TagId> add, Set<TagId> remove) implements Step {
        public Tag {
            add = Set.copyOf(add);
            remove = Set.copyOf(remove);
        }
    }

    /// Gives the staff member of the relationship something to do (待办).
    ///
    /// @param kind an open code, such as `CALL`
    /// @param script what to say; variables without a fallback are such that are always known
    /// @param dueIn when it should be done
    /// @param expiresIn when it is of no use any more, not before `dueIn`
    record Task(String kind, String title, Template script, Duration dueIn, Duration expiresIn) implements Step {}
}
