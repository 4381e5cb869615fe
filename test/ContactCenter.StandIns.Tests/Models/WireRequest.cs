using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactCenter.StandIns.Tests.Sdk;

namespace ContactCenter.StandIns.Tests.Models;

/// <summary>Reads a request off the wire by the service model alone; what the model does not know there is an error.</summary>
internal static class WireRequest
{
    public static JsonObject Read(ServiceModel model, string operation, RecordedRequest request)
    {
        JsonElement facts = model.Operation(operation);
        ModelShape? input = model.Shape(facts, "input");
        JsonElement http = facts.GetProperty("http");
        Assert.Equal(http.GetProperty("method").GetString(), request.Method);
        string signing = model.Metadata("signingName") ?? model.Metadata("endpointPrefix")!;
        Assert.Contains($"/{signing}/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
        string[] address = request.Path.Split('?');
        var result = new JsonObject();
        switch (model.Protocol)
        {
            case "query":
                Assert.Equal("/", request.Path);
                var form = new Dictionary<string, string>(request.Form);
                Assert.Equal((operation, model.Metadata("apiVersion")), (Take(form, "Action"), Take(form, "Version")));
                result = input is null ? result : FormFields.Structure(input, "", form);
                Assert.Empty(form);
                break;
            case "json":
                Assert.Equal("/", request.Path);
                Assert.Equal("application/x-amz-json-" + model.Metadata("jsonVersion"), request.Headers["Content-Type"]);
                Assert.Equal($"{model.Metadata("targetPrefix")}.{operation}", request.Headers["X-Amz-Target"]);
                ReadBody(model, input, request.Body, result);
                break;
            default:
                ReadPath(input, http.GetProperty("requestUri").GetString()!, address[0], result);
                ReadQueryString(input, address.Length > 1 ? address[1] : "", result);
                foreach (ModelMember member in Of(input, "header").Where(m => request.Headers.ContainsKey(m.Wire)))
                {
                    result[member.Name] = Scalar(member, request.Headers[member.Wire]);
                }

                if (Of(input, "payload").SingleOrDefault() is { } payload)
                {
                    result[payload.Name] = Convert.ToBase64String(Encoding.UTF8.GetBytes(request.Body));
                    break;
                }

                ReadBody(model, input, request.Body, result);
                Assert.True(request.Body.Length == 0 || request.Headers["Content-Type"] == "application/json");
                break;
        }

        return result;
    }

    /// <summary>Text of a place other than the body; a time there is text that DateTime knows.</summary>
    internal static string Scalar(ModelMember member, string text) => member.Shape.Type == "timestamp" ? Time(text) : text;

    internal static string Time(string text) => DateTime
        .Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)
        .ToString("O");

    private static IEnumerable<ModelMember> Of(ModelShape? input, string location) =>
        input?.Members.Where(m => m.Location == location) ?? [];

    private static string? Take(Dictionary<string, string> fields, string name) => fields.Remove(name, out string? value) ? value : null;

    private static void ReadPath(ModelShape? input, string template, string path, JsonObject result)
    {
        string pattern = Regex.Replace(Regex.Escape(template).Replace(@"\{", "{", StringComparison.Ordinal), @"\{(\w+)}", "(?<$1>[^/]+)");
        Match match = Regex.Match(path, $"^{pattern}$", RegexOptions.ExplicitCapture);
        Assert.True(match.Success, $"{path} is not {template}");
        foreach (ModelMember member in Of(input, "uri"))
        {
            result[member.Name] = Uri.UnescapeDataString(match.Groups[member.Wire].Value);
        }
    }

    private static void ReadQueryString(ModelShape? input, string query, JsonObject result)
    {
        ILookup<string, string> fields = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .ToLookup(pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair[1]));
        Assert.Equal([], fields.Select(f => f.Key).Except(Of(input, "querystring").Select(m => m.Wire)));
        foreach (ModelMember member in Of(input, "querystring").Where(m => fields.Contains(m.Wire)))
        {
            result[member.Name] = member.Shape.Type == "list"
                ? new JsonArray([.. fields[member.Wire].Select(v => (JsonNode)v)])
                : Scalar(member, fields[member.Wire].Single());
        }
    }

    private static void ReadBody(ServiceModel model, ModelShape? input, string body, JsonObject result)
    {
        if (body.Length > 0)
        {
            using JsonDocument document = JsonDocument.Parse(body);
            foreach ((string name, JsonNode? value) in JsonValues.Structure(model, input, document.RootElement).ToList())
            {
                result[name] = value!.DeepClone();
            }
        }
    }
}
