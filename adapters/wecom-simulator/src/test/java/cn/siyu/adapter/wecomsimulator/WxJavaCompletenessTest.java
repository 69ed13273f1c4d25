package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecomsimulator.proof.Claims;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import me.chanjar.weixin.cp.api.WxCpDepartmentService;
import me.chanjar.weixin.cp.api.WxCpExternalContactService;
import me.chanjar.weixin.cp.api.WxCpMediaService;
import me.chanjar.weixin.cp.api.WxCpMessageService;
import me.chanjar.weixin.cp.api.WxCpOAuth2Service;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.api.WxCpUserService;
import org.junit.jupiter.api.Test;

/// Every method of WxJava's external-contact service is called by a test, and comes back with an
/// answer; so is every method of its other services that an endpoint of the simulator is behind.
/// `wxjava-methods.csv` says which test calls which; `proof.KeepsWhatItDeclares` holds each of
/// these tests to it. Overloads count one by one.
class WxJavaCompletenessTest {
    private static final Path PAGE = Path.of("../../docs/reference/wecom-endpoints.md");
    private static final List<Class<?>> WHOLE = List.of(WxCpExternalContactService.class);
    /// Services of which the simulator has a part: each method is called by a test, or the reason
    /// is given.
    private static final List<Class<?>> PARTS = List.of(
            WxCpUserService.class,
            WxCpDepartmentService.class,
            WxCpMediaService.class,
            WxCpMessageService.class,
            WxCpOAuth2Service.class);
    /// What stands in the place of a test.
    private static final String NOT_HERE = "-";

    private static Stream<String> methods(Class<?> service) {
        return Arrays.stream(service.getMethods())
                .map(method -> WxJava.name(service, method))
                .sorted();
    }

    @Test
    void callsEveryMethodOfTheExternalContactService() {
        var called = Claims.calls().stream()
                .filter(call -> !call.test().equals(NOT_HERE))
                .map(Claims.Called::method)
                .toList();
        assertThat(WHOLE.stream().flatMap(WxJavaCompletenessTest::methods))
                .hasSizeGreaterThan(80)
                .isSubsetOf(called);
        assertThat(called)
                .contains(
                        "WxCpService#getCallbackIp()", "WxCpService#getApiDomainIp()", "WxCpService#getAccessToken()");
    }

    @Test
    void callsEveryMethodOfTheOtherServicesOrGivesTheReason() {
        var declared = Claims.calls().stream().map(Claims.Called::method).toList();
        assertThat(declared).doesNotHaveDuplicates();
        assertThat(PARTS.stream().flatMap(WxJavaCompletenessTest::methods))
                .hasSizeGreaterThan(40)
                .isSubsetOf(declared);
        assertThat(Claims.calls())
                .filteredOn(call -> call.test().equals(NOT_HERE))
                .allSatisfy(call -> assertThat(call.reason()).as(call.method()).hasSizeGreaterThan(10));
    }

    @Test
    void declaresMethodsThatThereAre() {
        var there = Stream.of(WHOLE, PARTS, List.<Class<?>>of(WxCpService.class))
                .flatMap(List::stream)
                .flatMap(WxJavaCompletenessTest::methods);
        assertThat(Claims.calls().stream().map(Claims.Called::method)).isSubsetOf(there.toList());
    }

    @Test
    void namesATestForEveryMethod() {
        assertThat(Claims.calls())
                .filteredOn(call -> !call.test().equals(NOT_HERE))
                .allSatisfy(call -> assertThat(tests(call.test())).contains(call.test()));
    }

    private static List<String> tests(String test) throws ClassNotFoundException {
        var type = test.split("#", -1)[0];
        return Arrays.stream(Class.forName(WxJava.class.getPackageName() + "." + type)
                        .getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> type + "#" + method.getName())
                .toList();
    }

    @Test
    void findsEveryMethodOnTheReferencePage() throws IOException {
        var page = Files.readString(PAGE);
        var names = Arrays.stream(WxCpExternalContactService.class.getMethods())
                .map(Method::getName)
                .distinct();
        assertThat(names).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }
}
