package cn.siyu.adapter.http.problem;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.application.audience.PersonalFieldHidden;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.Raced;
import cn.siyu.application.brand.port.StaleAggregate;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;

/// The refusals of the core that are exceptions because they come out of the store: what nobody
/// answered in better words on the way becomes 409.
final class CoreHandlers {
    private CoreHandlers() {}

    @Singleton
    static final class OfStale implements ExceptionHandler<StaleAggregate, HttpResponse<?>> {
        @Override
        @SuppressWarnings("rawtypes") // the framework declares it so
        public HttpResponse<?> handle(HttpRequest request, StaleAggregate stale) {
            return ProblemAnswers.answer(
                    (HttpRequest<?>) request,
                    Problems.of(
                            ProblemCode.CONCURRENT_CHANGE,
                            Text.of(
                                    "Somebody else changed this at the same moment. Read it again and repeat.",
                                    "此内容同时被他人修改。请重新读取后再试。")),
                    HttpResponse.ok());
        }
    }

    @Singleton
    static final class OfTaken implements ExceptionHandler<AlreadyExists, HttpResponse<?>> {
        @Override
        @SuppressWarnings("rawtypes") // the framework declares it so
        public HttpResponse<?> handle(HttpRequest request, AlreadyExists taken) {
            return ProblemAnswers.answer(
                    (HttpRequest<?>) request,
                    Problems.of(
                            ProblemCode.ALREADY_EXISTS,
                            Text.of("%s is taken already: %s.", "%s 已被使用：%s。", taken.what(), taken.key())),
                    HttpResponse.ok());
        }
    }

    @Singleton
    static final class OfRaced implements ExceptionHandler<Raced, HttpResponse<?>> {
        @Override
        @SuppressWarnings("rawtypes") // the framework declares it so
        public HttpResponse<?> handle(HttpRequest request, Raced raced) {
            return ProblemAnswers.answer(
                    (HttpRequest<?>) request,
                    Problems.of(
                            ProblemCode.CONCURRENT_CHANGE,
                            Text.of(
                                    "Somebody else changes the same things at this moment; nothing of this was done. Repeat the request.",
                                    "他人正同时修改相同内容，本次未作任何更改。请重试。")),
                    HttpResponse.ok());
        }
    }

    @Singleton
    static final class OfPartOnly implements ExceptionHandler<WholeBrand.PartOnly, HttpResponse<?>> {
        @Override
        @SuppressWarnings("rawtypes") // the framework declares it so
        public HttpResponse<?> handle(HttpRequest request, WholeBrand.PartOnly refused) {
            return ProblemAnswers.answer(
                    (HttpRequest<?>) request,
                    Problems.of(
                            ProblemCode.SCOPE_MISSING,
                            Text.of(
                                    "This concerns the whole brand, and the key sees only a part of it. Use a key that sees the brand.",
                                    "此操作涉及整个品牌，而该密钥只能看到其中一部分。请使用可见整个品牌的密钥。")),
                    HttpResponse.ok());
        }
    }

    @Singleton
    static final class OfPersonalField implements ExceptionHandler<PersonalFieldHidden, HttpResponse<?>> {
        @Override
        @SuppressWarnings("rawtypes") // the framework declares it so
        public HttpResponse<?> handle(HttpRequest request, PersonalFieldHidden hidden) {
            var detail = Text.of(
                    "%s is personal data, which this key sees only masked, so it can't be asked about. Leave it out, or use a key with the scope customers:pii.",
                    "%s 属于个人信息，该密钥只能看到脱敏内容，因此不能作为筛选条件。请去掉该条件，或使用具有 customers:pii 权限的密钥。", hidden.field());
            boolean list = ((HttpRequest<?>) request).getMethod() == HttpMethod.GET;
            return ProblemAnswers.answer(
                    (HttpRequest<?>) request,
                    list
                            ? Problems.of(
                                    ProblemCode.SCOPE_MISSING,
                                    List.of(Mistake.inParameter("filter", ProblemCode.SCOPE_MISSING, detail)))
                            : Problems.of(
                                    ProblemCode.SCOPE_MISSING,
                                    List.of(Mistake.at(
                                            audience(request.getPath()), ProblemCode.SCOPE_MISSING, detail))),
                    HttpResponse.ok());
        }

        /// Where a body of that path has its audience.
        private static String audience(String path) {
            return path.endsWith("/enrolments") ? "/audience" : "/definition/audience";
        }
    }
}
