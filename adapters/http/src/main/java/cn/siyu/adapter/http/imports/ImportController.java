package cn.siyu.adapter.http.imports;

import cn.siyu.adapter.http.answer.Created;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.csv.CsvBody;
import cn.siyu.adapter.http.csv.CsvFile;
import cn.siyu.adapter.http.csv.Encoding;
import cn.siyu.adapter.http.csv.Upload;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Language;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.PageRequest.Place;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.insight.ImportRow;
import cn.siyu.application.insight.ImportRows;
import cn.siyu.application.insight.ImportRun;
import cn.siyu.application.insight.LocateReports;
import cn.siyu.application.insight.LocateReports.Mention;
import cn.siyu.application.insight.ReadImports;
import cn.siyu.domain.id.PublicId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Files of customers, orders and interactions (导入).
@Controller("/v1/brands/{brand}/imports")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Imports")
final class ImportController implements Contract.Owner {
    private static final Listing IMPORTS = Listing.inOrderOf("-createdAt").build();
    private static final Listing ERRORS = Listing.inOrderOf("row").build();
    private static final int FIRST_ERRORS = 20;
    /// A trial is one transaction, whose locks others would wait for; so it takes less than an
    /// import.
    private static final long MOST_BYTES_OF_A_TRIAL = 4L << 20;

    private final ImportRows rows;
    private final ReadImports read;
    private final LocateReports locate;
    private final Lists lists;

    ImportController(ImportRows rows, ReadImports read, LocateReports locate, Lists lists) {
        this.rows = rows;
        this.read = read;
        this.locate = locate;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listImports", IMPORTS)
                .list("listImportErrors", ERRORS)
                .once("createImport")
                .file(
                        "createImport",
                        "订单号,手机号,支付时间,金额,商品编码\n20260301-0007,13812345678,2026-03-01 16:00:00,32.00,latte\n");
    }

    @Needs(Scope.IMPORTS_WRITE)
    @Post(consumes = CsvBody.TYPE)
    @Operation(
            operationId = "createImport",
            summary = "Import a file · 导入文件",
            description =
                    "Takes a CSV file of customers, orders or interactions, with English or Chinese column names, in UTF-8 or"
                            + " GB18030. Good rows are applied, each once however often the file is sent; rows with mistakes are told"
                            + " and left out as a whole. Rows are applied 500 at a time: what was applied stays if the connection breaks."
                            + " With validate=only a file of up to 4 MiB is tried and nothing is kept.")
    @ApiResponse(responseCode = "201", description = "All rows were read", useReturnTypeSchema = true)
    HttpResponse<ImportResource> create(
            Caller caller,
            CsvBody body,
            Write write,
            HttpRequest<?> request,
            @QueryValue @Schema(example = "ORDERS", pattern = "CUSTOMERS|ORDERS|INTERACTIONS") Optional<String> kind,
            @QueryValue @Schema(example = "shop", maxLength = 40) Optional<String> source) {
        ImportWish wish = ImportWish.read(kind, source);
        boolean trial = request.getParameters().contains("validate");
        try (Upload file = body.receive(trial ? MOST_BYTES_OF_A_TRIAL : CsvBody.MOST_BYTES)) {
            return write.runInParts(file.digest(), alive -> {
                ImportRun run = take(caller, wish, file, body.charset(), alive);
                return Created.under(request, IdType.IMPORT.format(run.publicId()), resource(caller, request, run));
            });
        }
    }

    private ImportRun take(Caller caller, ImportWish wish, Upload file, Optional<String> charset, Runnable alive) {
        var encoding = Encoding.of(file, charset);
        try (CsvFile csv = CsvFile.open(file, encoding)) {
            if (!csv.hasNext()) {
                throw Problems.of(
                        ProblemCode.BODY_MISSING,
                        Text.of("The file is empty; its first row names the columns.", "文件为空；首行应为列名。"));
            }
            var heading = Heading.read(wish.kind(), csv.next().cells());
            var corp = locate.answer(caller.brand(), List.of(Mention.NONE))
                    .getFirst()
                    .idScope();
            return rows.handle(new ImportRows.Command(
                    caller, wish.kind(), wish.source(), encoding.name(), corp, under(heading, csv), alive));
        }
    }

    private static Iterator<ImportRow> under(Heading heading, CsvFile csv) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return csv.hasNext();
            }

            @Override
            public ImportRow next() {
                return heading.row(csv.next());
            }
        };
    }

    private ImportResource resource(Caller caller, HttpRequest<?> request, ImportRun run) {
        var mistakes = read.mistakesOf(caller.brand(), run, FIRST_ERRORS);
        return ImportResource.of(
                run, ImportErrorResource.of(mistakes, Language.of(request), caller.may(Scope.CUSTOMERS_PII)));
    }

    @Needs(Scope.IMPORTS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listImports",
            summary = "List imports · 列出导入",
            description = "The newest comes first. Only a key that sees the whole brand sees imports.")
    Page<ImportResource> list(Caller caller, HttpRequest<?> request) {
        ListQuery query = lists.read(IMPORTS, request);
        Place after = query.page().after();
        List<ImportRun> runs = read.newest(
                caller,
                after == null ? Long.MAX_VALUE : after.id(),
                query.page().withOneMore().limit());
        return lists.page(query, runs, run -> new Place("", run.id()), run -> ImportResource.of(run, null));
    }

    @Needs(Scope.IMPORTS_READ)
    @Get("/{import}")
    @Operation(
            operationId = "getImport",
            summary = "Read one import · 读取一次导入",
            description = "How far an import is, with its first errors.")
    ImportResource show(
            Caller caller,
            HttpRequest<?> request,
            @PathVariable("import") @Schema(example = "imp_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String id) {
        return read.one(caller, IdType.IMPORT.inPath("import", id))
                .map(run -> resource(caller, request, run))
                .orElseThrow(() -> unknown(id));
    }

    @Needs(Scope.IMPORTS_READ)
    @Takes(Takes.LISTING)
    @Get("/{import}/errors")
    @Operation(
            operationId = "listImportErrors",
            summary = "List the rows that failed · 列出失败的行",
            description = "By row, each with all its mistakes and with the row as it stood in the file.")
    Page<ImportErrorResource> errors(
            Caller caller,
            HttpRequest<?> request,
            @PathVariable("import") @Schema(example = "imp_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String id) {
        PublicId wanted = IdType.IMPORT.inPath("import", id);
        ListQuery query = lists.read(ERRORS, request);
        Place after = query.page().after();
        var mistakes = read.mistakes(
                        caller,
                        wanted,
                        after == null ? 0 : Math.toIntExact(after.id()),
                        query.page().withOneMore().limit())
                .orElseThrow(() -> unknown(id));
        var failed = ImportErrorResource.of(mistakes, Language.of(request), caller.may(Scope.CUSTOMERS_PII));
        return lists.page(query, failed, row -> new Place("", row.row()), row -> row);
    }

    private static ProblemException unknown(String id) {
        return Problems.notFound(IdType.IMPORT.label(), id);
    }
}
