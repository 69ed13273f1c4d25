package cn.siyu.adapter.http.channel;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.channel.ContactWayView;
import cn.siyu.application.channel.ReadContactWays;
import cn.siyu.domain.channel.ContactWay;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

/// The picture that a contact way (联系我) is printed as. What it says never changes.
@Controller("/v1/brands/{brand}/contact-ways/{way}/qr-code")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Contact ways")
final class ContactWayQrCodeController {
    private static final int SMALLEST = 64;
    private static final int LARGEST = 4096;

    private final ReadContactWays read;
    private final PermanentLinks links;

    ContactWayQrCodeController(ReadContactWays read, PermanentLinks links) {
        this.read = read;
        this.links = links;
    }

    @Needs(Scope.CONTACT_WAYS_READ)
    @Get
    @Produces("image/svg+xml")
    @Operation(
            operationId = "getContactWayQrCode",
            summary = "The code to print · 获取可印刷的二维码",
            description = "An SVG of the permanent link. It may be printed: who serves it can change at any time.")
    HttpResponse<String> picture(
            Caller caller,
            HttpRequest<?> request,
            @PathVariable @Schema(example = "cwy_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String way,
            @QueryValue(defaultValue = "300")
                    @Schema(description = "Width and height in pixels", minimum = "64", maximum = "4096")
                    int size) {
        ContactWay found = read.one(caller, IdType.CONTACT_WAY.inPath("way", way))
                .map(ContactWayView::way)
                .orElseThrow(() -> Problems.notFound(IdType.CONTACT_WAY.label(), way));
        if (size < SMALLEST || size > LARGEST) {
            throw Problems.parameter(
                    "size",
                    ProblemCode.INVALID_PARAMETER,
                    Text.of("The size is %s to %s pixels.", "尺寸应为 %s 到 %s 像素。", SMALLEST, LARGEST));
        }
        return HttpResponse.ok(QrCodePicture.svg(links.to(found.code(), request), size))
                .contentType("image/svg+xml")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
