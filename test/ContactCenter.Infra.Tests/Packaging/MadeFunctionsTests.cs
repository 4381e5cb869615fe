using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Functions;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Infra.Tests.Packaging;

/// <summary>What a package holds is a switch of the whole process, so nothing else runs beside this.</summary>
[CollectionDefinition(nameof(MadeFunctionsTests), DisableParallelization = true)]
public sealed class MadeFunctionsCollection;

/// <summary>
/// Natively compiled there are two packages, and each lacks what only the other's functions are made of. So each function is made as its
/// package makes it, in the environment that its template gives it; asked, it would find out in somebody's account.
/// </summary>
[Collection(nameof(MadeFunctionsTests))]
public sealed class MadeFunctionsTests
{
    private const string Region = "AWS_REGION";

    /// <summary>The sample with all that it can have, and with a bot, which it has instead of other things.</summary>
    private static readonly (ContactCenterConfiguration Configuration, IReadOnlyDictionary<string, JsonObject> Stacks)[] Deployments =
    [
        (EquippedSample.Configuration(), Synthesis.Equipped),
        (Synthesis.Heard(), Synthesis.WithBot),
    ];

    public static TheoryData<string> Deployed =>
        [.. Deployments.SelectMany(static one => Made(one.Configuration)).Select(static function => function.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Deployed))]
    public async Task Each_deployed_function_can_be_made_of_what_its_package_holds_where_its_template_puts_it(string name)
    {
        foreach (var (configuration, stacks) in Deployments)
        {
            if (Made(configuration).SingleOrDefault(function => function.Name == name) is { } function)
            {
                var environment = EnvironmentOf(DeploymentNames.Of(configuration).Function(function), stacks);
                await MakeAsync(function, new FunctionEnvironment(configuration, environment.GetValueOrDefault));
            }
        }
    }

    private static IEnumerable<SystemFunction> Made(ContactCenterConfiguration configuration) =>
        SystemFunctions.For(configuration).Where(static function => function.Package != SystemPackage.Console);

    /// <summary>As the code does that the Annotations write around a handler.</summary>
    private static async Task MakeAsync(SystemFunction function, FunctionEnvironment environment)
    {
        var type = typeof(Startup).Assembly.GetTypes().Single(type => type.Name == $"{function.Handler}Function");
        var region = Environment.GetEnvironmentVariable(Region);
        Environment.SetEnvironmentVariable(Region, "eu-central-1");
        AppContext.SetSwitch("ContactCenter.Functions.Hooks", function.Package == SystemPackage.Hooks);
        AppContext.SetSwitch("ContactCenter.Functions.Others", function.Package == SystemPackage.Others);
        try
        {
            var services = new ServiceCollection();
            services.AddSingleton(environment);
            services.AddSingleton(type);
            new Startup().ConfigureServices(services);
            await using var provider = services.BuildServiceProvider();
            Assert.NotNull(provider.GetRequiredService(type));
        }
        finally
        {
            AppContext.SetSwitch("ContactCenter.Functions.Hooks", true);
            AppContext.SetSwitch("ContactCenter.Functions.Others", true);
            Environment.SetEnvironmentVariable(Region, region);
        }
    }

    private static Dictionary<string, string?> EnvironmentOf(string function, IReadOnlyDictionary<string, JsonObject> stacks)
    {
        var (_, properties) = stacks.Values.SelectMany(static stack => stack.Resources("AWS::Lambda::Function"))
            .First(resource => (string?)resource.Properties["FunctionName"] == function);
        return properties["Environment"]!["Variables"]!.AsObject()
            .ToDictionary(static variable => variable.Key, static variable => (string?)Text(variable.Value!), StringComparer.Ordinal);
    }

    /// <summary>A value as CloudFormation fills it in, with an address in the place of whatever it refers to.</summary>
    private static string Text(JsonNode value) => value switch
    {
        JsonValue text => text.ToString(),
        JsonObject reference when reference["Fn::Join"] is JsonArray { Count: 2 } join =>
            string.Join(join[0]!.ToString(), join[1]!.AsArray().Select(static part => Text(part!))),
        _ => "https://referred.example",
    };
}
