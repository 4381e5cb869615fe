using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Amazon.Runtime;
using ContactCenter.StandIns.Tests.Sdk;

namespace ContactCenter.StandIns.Tests.Models;

/// <summary>Every operation of every list, sent with every member filled, against what the service models say.</summary>
public sealed class ModelTests
{
    public static TheoryData<string, string> Operations =>
        [.. SdkPackage.Names.SelectMany(n => new SdkPackage(n).Calls.Select(c => (n, c.Name[..^"Async".Length])))];

    public static TheoryData<string> Packages => [.. SdkPackage.Names];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_listed_operation_is_called_here(string package)
    {
        IEnumerable<string> listed = new SdkPackage(package).ListedOperations;

        Assert.Equal(listed.Select(o => (package, o)).Order(), Operations.Select(r => r.Data).Where(o => o.Item1 == package).Order());
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_request_is_what_the_model_says(string package, string operation)
    {
        var sdk = new SdkPackage(package);
        var model = ServiceModel.Require(sdk.Model);
        ModelShape? input = model.Shape(model.Operation(operation), "input");
        Type type = sdk.Type(operation + "Request");
        await using RecordedService service = await RecordedService.StartAsync();
        for (int variant = 0, variants = 1; variant < variants; variant++)
        {
            var values = new PlausibleValues(variant);
            JsonNode sent = input is null ? new JsonObject() : values.Of(input)!;
            variants = values.Variants;
            object request = Activator.CreateInstance(type)!;
            if (input is not null)
            {
                Objects.Restrict(type, input, sent);
                request = Objects.Create(type, input, sent);
            }

            _ = await sdk.CallAsync(operation, request, Empty(model, service));

            JsonObject received = WireRequest.Read(model, operation, service.Requests[^1]);
            AssertSame(sent, received);
            Assert.Equal([], input is null ? [] : ModelRules.Broken(input, received, operation));
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_response_is_read_as_the_model_says(string package, string operation)
    {
        var sdk = new SdkPackage(package);
        var model = ServiceModel.Require(sdk.Model);
        ModelShape? output = model.Shape(model.Operation(operation), "output");
        Type type = sdk.Type(operation + "Response");
        for (int variant = 0, variants = 1; variant < variants && output is not null; variant++)
        {
            var values = new PlausibleValues(variant);
            JsonNode answered = values.Of(output)!;
            variants = values.Variants;
            Objects.Restrict(type, output, answered);
            await using RecordedService service = await RecordedService.StartAsync();
            foreach (ModelMember status in output.Members.Where(m => m.Location == "statusCode"))
            {
                answered[status.Name] = "200";
            }

            _ = service.Answers(
                Response(model, output, operation, answered),
                HttpStatusCode.OK,
                [.. output.Members.Where(m => m.Location == "header").Select(m => (m.Wire, (string)answered[m.Name]!))]);

            object response = await sdk.CallAsync(operation, Filled(sdk, model, operation), service);

            AssertSame(answered, Objects.Read(output, response)!);
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_error_is_the_exception_that_the_model_says(string package, string operation)
    {
        var sdk = new SdkPackage(package);
        var model = ServiceModel.Require(sdk.Model);
        JsonElement facts = model.Operation(operation);
        foreach (JsonElement error in facts.TryGetProperty("errors", out JsonElement errors) ? errors.EnumerateArray() : [])
        {
            ModelShape shape = model.Shape(error.GetProperty("shape").GetString()!);
            JsonObject answered = new PlausibleValues(0).Of(shape)!.AsObject();
            foreach (string other in shape.Members.Where(m => m.Location == "header" || m.Property == "Message").Select(m => m.Name))
            {
                _ = answered.Remove(other);
            }

            await using RecordedService service = await RecordedService.StartAsync();
            _ = service.Answers(Error(model, shape, answered), HttpStatusCode.BadRequest);
            object request = Filled(sdk, model, operation);

            var exception = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => sdk.CallAsync(operation, request, service));

            string name = shape.Name.EndsWith("Exception", StringComparison.Ordinal) ? shape.Name
                : (shape.Name.EndsWith("Fault", StringComparison.Ordinal) ? shape.Name[..^"Fault".Length] : shape.Name) + "Exception";
            Assert.Equal((name, "what happened"), (exception.GetType().Name, exception.Message));
            JsonObject read = Objects.Read(shape, exception)!.AsObject();
            foreach (string member in read.Select(m => m.Key).Except(answered.Select(m => m.Key)).ToList())
            {
                _ = read.Remove(member);
            }

            AssertSame(answered, read);
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void An_enumeration_has_the_values_of_the_model(string package)
    {
        var sdk = new SdkPackage(package);
        var model = ServiceModel.Require(sdk.Model);

        Assert.All(Enumerations(sdk), type => Assert.Equal(model.Shape(type.Name).Enum.Order(), Values(type).Order()));
    }

    [Fact]
    public void Nothing_is_checked_less_than_it_was()
    {
        List<SdkPackage> all = [.. SdkPackage.Names.Select(n => new SdkPackage(n))];
        int members = all.SelectMany(s => s.Assembly.GetExportedTypes())
            .Where(t => t.Namespace!.EndsWith(".Model", StringComparison.Ordinal))
            .Sum(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Length);

        // As many agree with the models today; 16 operations, 382 members and 132 values did when that was first tried, from outside.
        Assert.InRange(Operations.Count, 47, int.MaxValue);
        Assert.InRange(members, 976, int.MaxValue);
        Assert.InRange(all.SelectMany(Enumerations).SelectMany(Values).Count(), 478, int.MaxValue);
    }

    private static IEnumerable<Type> Enumerations(SdkPackage sdk) =>
        sdk.Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(ConstantClass)));

    private static IEnumerable<string> Values(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => ((ConstantClass)f.GetValue(null)!).Value);

    private static void AssertSame(JsonNode expected, JsonNode actual) => Assert.True(
        JsonNode.DeepEquals(expected, actual), $"expected {Sorted(expected).ToJsonString()}\nactual   {Sorted(actual).ToJsonString()}");

    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members
            .OrderBy(m => m.Key, StringComparer.Ordinal)
            .Select(m => KeyValuePair.Create(m.Key, (JsonNode?)Sorted(m.Value!)))),
        JsonArray items => new JsonArray([.. items.Select(i => Sorted(i!))]),
        _ => node.DeepClone(),
    };

    /// <summary>A request whose path can be written.</summary>
    private static object Filled(SdkPackage sdk, ServiceModel model, string operation)
    {
        Type type = sdk.Type(operation + "Request");
        if (model.Shape(model.Operation(operation), "input") is not { } input)
        {
            return Activator.CreateInstance(type)!;
        }

        JsonNode values = new PlausibleValues(0).Of(input)!;
        Objects.Restrict(type, input, values);
        return Objects.Create(type, input, values);
    }

    private static RecordedService Empty(ServiceModel model, RecordedService service) =>
        service.Answers(model.IsQuery ? "<Response/>" : "");

    private static string Response(ServiceModel model, ModelShape output, string operation, JsonNode answered)
    {
        if (output.Members.SingleOrDefault(m => m.Location == "payload") is { } payload)
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String((string)answered[payload.Name]!));
        }

        if (!model.IsQuery)
        {
            return JsonValues.Write(model, output, "unixTimestamp", answered).ToJsonString();
        }

        var metadata = new XElement("ResponseMetadata", new XElement("RequestId", "r"));
        var result = new XElement($"{operation}Result", FormFields.Write(output, answered));
        return new XElement($"{operation}Response", result, metadata).ToString();
    }

    private static string Error(ServiceModel model, ModelShape error, JsonObject answered)
    {
        if (model.IsQuery)
        {
            var code = new XElement("Code", error.Code);
            return new XElement("ErrorResponse", new XElement("Error", code, new XElement("Message", "what happened"))).ToString();
        }

        JsonObject body = JsonValues.Write(model, error, "unixTimestamp", answered).AsObject();
        body["__type"] = error.Name;
        body["message"] = "what happened";
        return body.ToJsonString();
    }
}
