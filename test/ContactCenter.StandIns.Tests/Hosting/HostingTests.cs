using System.IO.Compression;
using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace ContactCenter.StandIns.Tests.Hosting;

/// <summary>What an HTTP API sends, as an ASP.NET Core application reads it, and what comes back.</summary>
public sealed class HostingTests
{
    [Fact]
    public async Task A_recorded_request_of_a_browser_is_read_with_its_stage_beside_its_path()
    {
        var told = await TellAsync(HostedApplication.Recorded("http-api-v2-browser-with-stage"), static request =>
            $"{request.Method} {request.Scheme} {request.Host} {request.PathBase} {request.Path} {request.Headers["sec-fetch-site"]}"
                + $" {request.HttpContext.Connection.RemoteIpAddress}");

        Assert.Equal("GET https uzdrcy3wk7.execute-api.us-east-1.amazonaws.com /beta /api/values none 203.0.113.40", told.Body);
    }

    [Fact]
    public async Task A_comma_in_a_header_parts_nothing()
    {
        var told = await TellAsync(
            HostedApplication.Recorded("http-api-v2-browser-with-stage"),
            static request => $"{request.Headers.UserAgent.Count}{request.Headers.UserAgent}");

        Assert.StartsWith(
            "1Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)", told.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slash_that_was_encoded_stays_one_part_of_the_path()
    {
        var told = await TellAsync(HostedApplication.Recorded("http-api-v2-encoded-slash"), static request =>
            $"{request.Path.Value} {request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget}");

        Assert.Equal("/api/resourcepath/encoding/a%2Fb /api/resourcepath/encoding/a%2Fb", told.Body);
    }

    [Fact]
    public async Task Cookies_that_come_apart_are_one_header()
    {
        var told = await TellAsync(
            HostedApplication.Recorded("http-api-v2-cookies"),
            static request => string.Join(' ', request.Cookies.Select(static cookie => $"{cookie.Key}:{cookie.Value}")));

        Assert.Equal("TestCookie1:TestValue1 TestCookie2:TestValue2 TestCookie3:TestValue3", told.Body);
    }

    [Fact]
    public async Task A_body_that_the_gateway_has_not_passed_on_is_not_waited_for()
    {
        var told = await TellAsync(HostedApplication.Recorded("http-api-v2-cookies"), static request =>
            $"{request.ContentLength} {request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()!.CanHaveBody}");

        Assert.Equal("0 False", told.Body);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_form_is_read_however_its_body_comes(bool isBase64)
    {
        const string Form = "note=Ma%C3%9Fe+%26+Gewichte&key=1";
        var request = HostedApplication.Recorded("http-api-v2-cookies");
        request.RequestContext.Http.Method = "POST";
        request.Headers["content-type"] = "application/x-www-form-urlencoded";
        request.IsBase64Encoded = isBase64;
        request.Body = isBase64 ? Convert.ToBase64String(Encoding.UTF8.GetBytes(Form)) : Form;
        await using var application = await HostedApplication.StartAsync(static async context =>
        {
            var form = await context.Request.ReadFormAsync();
            await context.Response.WriteAsync($"{form["note"]} {form["key"]}");
        });

        Assert.Equal("Maße & Gewichte 1", (await application.AnswerAsync(request)).Body);
    }

    [Fact]
    public async Task A_query_is_read_as_it_was_sent()
    {
        var request = HostedApplication.Recorded("http-api-v2-encoded-slash");
        request.RawQueryString = "text=a%20b&tab=mine&tab=muted";

        var told = await TellAsync(
            request, static asked => $"{asked.Query["text"]} {asked.Query["tab"].Count} {asked.GetEncodedPathAndQuery()}");

        Assert.EndsWith("?text=a%20b&tab=mine&tab=muted", told.Body, StringComparison.Ordinal);
        Assert.StartsWith("a b 2 ", told.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_cookie_of_a_response_stands_by_itself_and_its_headers_are_joined()
    {
        await using var application = await HostedApplication.StartAsync(static context =>
        {
            context.Response.Cookies.Append("a", "1");
            context.Response.Cookies.Append("b", "2");
            context.Response.Headers.Append("vary", "accept");
            context.Response.Headers.Append("vary", "cookie");
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            return Task.CompletedTask;
        });

        var reply = await application.AnswerAsync(HostedApplication.Recorded("http-api-v2-cookies"));

        Assert.Equal(["a=1; path=/", "b=2; path=/"], reply.Cookies);
        Assert.Equal((303, "accept, cookie", false), (reply.StatusCode, reply.Headers["vary"], reply.Headers.ContainsKey("set-cookie")));
    }

    [Fact]
    public async Task What_is_compressed_goes_as_base64()
    {
        await using var application = await HostedApplication.StartAsync(
            static context =>
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                return context.Response.WriteAsync(new string('x', 5000));
            },
            static one => one.UseResponseCompression());

        var reply = await application.AnswerAsync(HostedApplication.Recorded("http-api-v2-browser-with-stage"));

        Assert.True(reply.IsBase64Encoded);
        await using var packed = new MemoryStream(Convert.FromBase64String(reply.Body));
        await using Stream open = reply.Headers["content-encoding"] == "br"
            ? new BrotliStream(packed, CompressionMode.Decompress)
            : new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(open);
        Assert.Equal(5000, (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task Text_goes_as_it_is_and_other_bytes_as_base64()
    {
        var picture = await TellAsync(HostedApplication.Recorded("http-api-v2-cookies"), static _ => "P", "image/png");
        var drawing = await TellAsync(HostedApplication.Recorded("http-api-v2-cookies"), static _ => "<svg/>", "image/svg+xml");

        Assert.Equal((true, "UA=="), (picture.IsBase64Encoded, picture.Body));
        Assert.Equal((false, "<svg/>"), (drawing.IsBase64Encoded, drawing.Body));
    }

    [Theory]
    [InlineData("GET", 304)]
    [InlineData("GET", 204)]
    [InlineData("HEAD", 200)]
    public async Task What_has_no_body_has_none(string method, int status)
    {
        var request = HostedApplication.Recorded("http-api-v2-cookies");
        request.RequestContext.Http.Method = method;
        await using var application = await HostedApplication.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return status == 200 ? context.Response.WriteAsync("words") : Task.CompletedTask;
        });

        var reply = await application.AnswerAsync(request);

        Assert.Equal((status, "", false), (reply.StatusCode, reply.Body, reply.IsBase64Encoded));
    }

    [Fact]
    public async Task Headers_may_still_be_set_when_the_first_byte_comes_and_the_last_who_asked_is_first()
    {
        var calls = new List<string>();
        await using var application = await HostedApplication.StartAsync(context =>
        {
            context.Response.OnStarting(() =>
            {
                calls.Add("first");
                context.Response.Headers["x-late"] = "yes";
                return Task.CompletedTask;
            });
            context.Response.OnStarting(() =>
            {
                calls.Add($"second {context.Response.HasStarted}");
                return Task.CompletedTask;
            });
            context.Response.OnCompleted(() =>
            {
                calls.Add("done");
                return Task.CompletedTask;
            });
            return context.Response.WriteAsync("words");
        });

        var reply = await application.AnswerAsync(HostedApplication.Recorded("http-api-v2-cookies"));

        Assert.Equal(["second False", "first", "done"], calls);
        Assert.Equal("yes", reply.Headers["x-late"]);
    }

    [Fact]
    public async Task What_nobody_caught_is_logged_and_tells_the_caller_nothing()
    {
        await using var application = await HostedApplication.StartAsync(static context =>
        {
            context.Response.Headers["x-secret"] = "inner";
            throw new InvalidOperationException("the secret");
        });

        var reply = await application.AnswerAsync(HostedApplication.Recorded("http-api-v2-cookies"));

        Assert.Equal((500, ""), (reply.StatusCode, reply.Body));
        Assert.Empty(reply.Headers);
        Assert.Contains(application.Logged, static line => line.Contains("the secret", StringComparison.Ordinal));
    }

    private static async Task<APIGatewayHttpApiV2ProxyResponse> TellAsync(
        APIGatewayHttpApiV2ProxyRequest request, Func<HttpRequest, string> tell, string type = "text/plain; charset=utf-8")
    {
        await using var application = await HostedApplication.StartAsync(context =>
        {
            context.Response.ContentType = type;
            return context.Response.WriteAsync(tell(context.Request));
        });
        return await application.AnswerAsync(request);
    }
}
