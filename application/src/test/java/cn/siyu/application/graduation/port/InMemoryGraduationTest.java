package cn.siyu.application.graduation.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.UnitOfWork;
import org.junit.jupiter.api.Nested;

class InMemoryGraduationTest {
    @Nested
    class OfPrograms implements ProgramsContract {
        private final InMemoryStore store = new InMemoryStore();
        private final Programs programs = new InMemoryPrograms(store);

        @Override
        public Programs programs() {
            return programs;
        }

        @Override
        public UnitOfWork work() {
            return store;
        }
    }

    @Nested
    class OfResults implements ProgramResultsContract {
        private final ProgramResults results = new InMemoryProgramResults(new InMemoryStore());

        @Override
        public ProgramResults results() {
            return results;
        }
    }

    @Nested
    class OfCandidates implements CandidatesContract {
        private final InMemoryStore store = new InMemoryStore();
        private final Candidates candidates = new InMemoryCandidates(
                store, customer -> GraduationFixtures.publicId(customer.value()), (_, _) -> true);

        @Override
        public Candidates candidates() {
            return candidates;
        }

        @Override
        public UnitOfWork work() {
            return store;
        }
    }
}
