package cn.siyu.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "13812345678, +8613812345678",
        "138 1234 5678, +8613812345678",
        "138-1234-5678, +8613812345678",
        "8613812345678, +8613812345678",
        "008613812345678, +8613812345678",
        "+86 (138) 1234 5678, +8613812345678",
        "１３８１２３４５６７８, +8613812345678",
        "＋８６１３８１２３４５６７８, +8613812345678",
        "+442071838750, +442071838750"
    })
    void readsWhatPeopleWrite(String written, String number) {
        assertThat(PhoneNumber.e164(written)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "23812345678", "1381234567", "138123456789", "+0123456789", "1.38E+10", "abc"})
    void refusesWhatIsNone(String written) {
        assertThat(PhoneNumber.e164(written)).isEmpty();
    }
}
