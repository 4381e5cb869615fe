using System.Net;
using System.Text;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using ContactCenter.Aws.Contacts;
using ContactCenter.Core.Contacts.Dialogues;
using Moq;

namespace ContactCenter.Aws.Tests.Contacts;

public sealed class LambdaDialogueFunctionsTests
{
    private const string Function = "arn:aws:lambda:eu-central-1:123456789012:function:block-card";

    private readonly Mock<IAmazonLambda> _lambda = new();

    [Fact]
    public async Task A_function_is_called_once_and_waited_for()
    {
        InvokeRequest? asked = null;
        _lambda.Setup(static lambda => lambda.InvokeAsync(It.IsAny<InvokeRequest>(), It.IsAny<CancellationToken>()))
            .Callback<InvokeRequest, CancellationToken>((request, _) => asked = new InvokeRequest
            {
                FunctionName = request.FunctionName,
                InvocationType = request.InvocationType,
                ClientContext = Encoding.UTF8.GetString(request.PayloadStream.ToArray()),
            })
            .ReturnsAsync(new InvokeResponse { Payload = new MemoryStream("""{"status":"done"}"""u8.ToArray()) });

        var result = await CallAsync();

        Assert.Equal((FunctionOutcome.Answered, """{"status":"done"}"""), (result.Outcome, Encoding.UTF8.GetString(result.Answer.Span)));
        Assert.Equal((Function, InvocationType.RequestResponse, "{}"), (asked?.FunctionName, asked?.InvocationType, asked?.ClientContext));
    }

    [Fact]
    public async Task A_function_that_failed_has_no_answer()
    {
        _lambda.Setup(static lambda => lambda.InvokeAsync(It.IsAny<InvokeRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new InvokeResponse { FunctionError = "Unhandled", Payload = new MemoryStream("""{"errorMessage":"x"}"""u8.ToArray()) });

        Assert.Equal(FunctionOutcome.Failed, (await CallAsync()).Outcome);
    }

    [Fact]
    public async Task An_answer_that_is_too_large_is_none()
    {
        _lambda.Setup(static lambda => lambda.InvokeAsync(It.IsAny<InvokeRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new InvokeResponse { Payload = new MemoryStream(new byte[DialogueReply.MaximumBytes + 1]) });

        Assert.Equal(FunctionOutcome.Failed, (await CallAsync()).Outcome);
    }

    [Fact]
    public async Task A_function_that_takes_longer_than_it_may_is_late()
    {
        _lambda.Setup(static lambda => lambda.InvokeAsync(It.IsAny<InvokeRequest>(), It.IsAny<CancellationToken>()))
            .Returns(static async (InvokeRequest _, CancellationToken stop) =>
            {
                await Task.Delay(Timeout.Infinite, stop);
                return new InvokeResponse();
            });

        Assert.Equal(FunctionOutcome.Late, (await CallAsync()).Outcome);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, FunctionOutcome.Failed)]
    [InlineData(HttpStatusCode.Forbidden, FunctionOutcome.Failed)]
    [InlineData(HttpStatusCode.BadGateway, FunctionOutcome.Late)]
    public async Task What_the_service_refuses_is_asked_again_only_where_that_may_help(HttpStatusCode status, FunctionOutcome expected)
    {
        _lambda.Setup(static lambda => lambda.InvokeAsync(It.IsAny<InvokeRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonServiceException("no", ErrorType.Unknown, "X", "r", status));

        Assert.Equal(expected, (await CallAsync()).Outcome);
    }

    [Fact]
    public async Task A_function_that_is_throttled_is_late()
    {
        _lambda.Setup(static lambda => lambda.InvokeAsync(It.IsAny<InvokeRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new TooManyRequestsException("slow down"));

        Assert.Equal(FunctionOutcome.Late, (await CallAsync()).Outcome);
    }

    private Task<FunctionResult> CallAsync() => new LambdaDialogueFunctions(_lambda.Object).CallAsync(
        Function, "{}"u8.ToArray(), TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
}
