using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Stacks;

/// <summary>What functions classify with.</summary>
public sealed class ContactsStackTests
{
    [Fact]
    public void Functions_that_ask_for_a_model_have_the_packaged_one_and_no_other_has()
    {
        var functions = Synthesis.All.Values.SelectMany(template => template.Resources("AWS::Lambda::Function")).ToArray();
        var asking = functions.Where(function => function.Properties["Environment"]!["Variables"]!["MODELS_BUCKET"] is not null);
        var layered = functions.Where(function => HasModel(function.Properties));

        Assert.NotEmpty(layered);
        Assert.Equal(asking.Select(Handler), layered.Select(Handler));
    }

    [Fact]
    public void A_stack_has_the_packaged_model_once_and_imports_it_from_none() =>
        Assert.Equal(
            ["cc-prod-contacts", "cc-prod-flows"],
            Synthesis.All
                .Where(stack => stack.Value.Resources("AWS::Lambda::LayerVersion").Count() == 1)
                .Select(stack => stack.Key)
                .Order(StringComparer.Ordinal));

    [Fact]
    public void Only_what_classifies_answers_and_trains_carries_the_encoder_and_only_where_one_was_made()
    {
        Assert.DoesNotContain(Synthesis.All.Values, template => template.Resources("AWS::Lambda::LayerVersion").Any(IsEncoder));

        var made = Synthesis.WithEncoder(Synthesis.Sample()).Values;

        Assert.Equal(
            ["AnswerQuestion", "ClassifyContact", "RetrainClassifier"],
            made.SelectMany(template => template.Resources("AWS::Lambda::Function"))
                .Where(function => HasLayer(function.Properties, "Encoder"))
                .Select(Handler)
                .Order(StringComparer.Ordinal));
        Assert.Equal([1, 1], made.Select(static template => template.Resources("AWS::Lambda::LayerVersion").Count(IsEncoder))
            .Where(static count => count > 0));
    }

    [Fact]
    public void What_classifies_reads_a_contact_only_where_it_goes_by_what_was_learned_of_complexity()
    {
        var sample = Synthesis.Sample();
        var learning = sample with
        {
            Topics = sample.Topics with { Complexity = new() },
            Routing = sample.Routing with { LearnsRoutes = true, LearnsComplexity = true },
        };

        Assert.Equal(["dynamodb:UpdateItem"], TableRights(Synthesis.Stack("contacts")));
        Assert.Equal(["dynamodb:GetItem", "dynamodb:UpdateItem"], TableRights(Synthesis.Of(learning)["cc-prod-contacts"]));
    }

    /// <summary>What the role of the function may do with tables.</summary>
    private static IEnumerable<string> TableRights(JsonObject template) => template.Resources("AWS::IAM::Policy")
        .Where(static policy => policy.Id.StartsWith("ClassifyContact", StringComparison.Ordinal))
        .SelectMany(static policy => policy.Properties["PolicyDocument"]!["Statement"]!.AsArray())
        .SelectMany(static statement => statement!["Action"] is JsonArray several
            ? several.Select(static action => (string)action!)
            : [(string)statement["Action"]!])
        .Where(static action => action.StartsWith("dynamodb:", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static bool IsEncoder((string Id, JsonObject Properties) layer) => layer.Id.StartsWith("Encoder", StringComparison.Ordinal);

    private static string Handler((string Id, JsonObject Properties) function) =>
        (string)function.Properties["Environment"]!["Variables"]!["ANNOTATIONS_HANDLER"]!;

    private static bool HasModel(JsonObject function) => HasLayer(function, "PackagedModel");

    private static bool HasLayer(JsonObject function, string id) =>
        function["Layers"] is JsonArray layers
        && layers.Any(layer => ((string?)(layer as JsonObject)?["Ref"])?.StartsWith(id, StringComparison.Ordinal) == true);
}
