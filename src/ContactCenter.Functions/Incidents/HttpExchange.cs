using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using ContactCenter.Core.Api;
using ContactCenter.Core.Notifications.Answers;

namespace ContactCenter.Functions.Incidents;

/// <summary>Translates between HTTP as API Gateway tells it (payload 2.0) and requests and answers of people. It decides nothing.</summary>
internal static class HttpExchange
{
    public static AnswerRequest ToRequest(APIGatewayHttpApiV2ProxyRequest request)
    {
        var http = request.RequestContext?.Http;
        var path = request.RawPath ?? http?.Path ?? "";
        return new AnswerRequest
        {
            Method = http?.Method?.ToUpperInvariant() ?? "",
            Segment = Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]),
            Query = request.RawQueryString ?? "",
            Headers = request.Headers is null ? new Dictionary<string, string>() : request.Headers.AsReadOnly(),
            Body = ReadBody(request),
        };
    }

    public static APIGatewayHttpApiV2ProxyResponse ToResponse(Answer answer) => new()
    {
        StatusCode = answer.Status,
        Headers = answer.Headers.ToDictionary(),
        Body = answer.Body,
    };

    public static ApiRequest ToApiRequest(APIGatewayHttpApiV2ProxyRequest request) => new()
    {
        Method = request.RequestContext?.Http?.Method?.ToUpperInvariant() ?? "",
        Path = request.RawPath ?? "",
        Headers = request.Headers is null ? new Dictionary<string, string>() : request.Headers.AsReadOnly(),
        Query = request.QueryStringParameters is null ? new Dictionary<string, string>() : request.QueryStringParameters.AsReadOnly(),
        Body = ReadBody(request),
        Claims = request.RequestContext?.Authorizer?.Jwt?.Claims?.AsReadOnly(),
    };

    public static APIGatewayHttpApiV2ProxyResponse ToResponse(ApiAnswer answer) => new()
    {
        StatusCode = answer.Status,
        Headers = answer.AllHeaders.ToDictionary(),
        Body = answer.Body,
    };

    /// <summary>One line: what was asked and what came of it. The answer's reason holds no secret and no link.</summary>
    public static void Report(this ILambdaLogger logger, Answer answer)
    {
        if (answer.Status < 400)
        {
            logger.LogInformation("Answered {Status}: {Reason}", answer.Status, answer.Reason);
        }
        else
        {
            logger.LogWarning("Refused with {Status}: {Reason}", answer.Status, answer.Reason);
        }
    }

    /// <summary>The bytes as they were signed; what claims to be base64 and is not is an empty body, which no signature fits.</summary>
    private static byte[] ReadBody(APIGatewayHttpApiV2ProxyRequest request)
    {
        if (request.Body is not { } text)
        {
            return [];
        }

        if (!request.IsBase64Encoded)
        {
            return Encoding.UTF8.GetBytes(text);
        }

        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var length) ? buffer[..length] : [];
    }
}
