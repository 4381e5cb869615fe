using Amazon.CognitoIdentityProvider;
using Amazon.DynamoDBv2;
using Amazon.KeyManagementService;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using ContactCenter.Core.Api;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Api.Trails;
using ContactCenter.Core.Deployment;
using ContactCenter.Functions;
using ContactCenter.Functions.Incidents;
using ContactCenter.Web;
using ContactCenter.Web.Serving;
using ContactCenter.Web.SignIn;
using ContactCenter.WebFunction.Keys;
using ContactCenter.WebFunction.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ContactCenter.WebFunction;

/// <summary>The console before the composition root of all functions: the same handlers answer as answer the API.</summary>
internal static class ConsoleApplication
{
    /// <summary>Makes it.</summary>
    /// <param name="variables">Gives the value of a variable of the environment, or null.</param>
    /// <param name="ports">Registers what stands in the place of AWS, and how the issuer is reached; null: nothing does.</param>
    public static WebApplication Build(Func<string, string?> variables, Action<IServiceCollection>? ports = null)
    {
        var (environment, told) = (new ConsoleEnvironment(variables), new FunctionEnvironment(variables));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Logging
            .AddSimpleConsole(static options => options.SingleLine = true)
            .SetMinimumLevel(Microsoft.Extensions.Logging.LogLevel.Warning);
        var services = builder.Services;
        services.AddAWSLambdaHosting(LambdaEventSource.HttpApi, new SourceGeneratorLambdaJsonSerializer<ConsoleFunctionJson>());
        services.AddRoutingCore();
        services.AddSingleton(told);
        ports?.Invoke(services);
        new Startup().ConfigureServices(services);
        services.TryAddSingleton<IAmazonKeyManagementService>(static _ => new AmazonKeyManagementServiceClient());
        services.TryAddSingleton<IAmazonCognitoIdentityProvider>(static _ => new AmazonCognitoIdentityProviderClient());
        AddSignIn(services, environment, told);
        AddKeys(services, environment);
        WebApplication? console = null;
        services.AddConsole(new ConsoleHost
        {
            Ask = (request, caller, cancellationToken) => AskAsync(console!.Services, request, caller, cancellationToken),
            Caller = SignInServices.CallerOf,
            Clock = TimeProvider.System,
            Zone = TimeZoneInfo.FindSystemTimeZoneById(told.Configuration.TimeZone),
            Hosts = [environment.Host],
            Keys = new StoredKeys(() => console!.Services.GetRequiredService<IAmazonDynamoDB>(), told.IncidentsTable, TimeProvider.System),
            IsEncrypted = true,
            HasSignIn = true,
        });
        console = builder.Build();
        _ = console.MapConsole(SignInServices.UseSignIn);
        console.MapSignOut();
        return console;
    }

    private static void AddSignIn(IServiceCollection services, ConsoleEnvironment environment, FunctionEnvironment told)
    {
        var (api, console) = (told.Configuration.Api!, told.Configuration.Console!);
        var settings = new SignInSettings
        {
            Issuer = told.ApiIssuer!,
            RolesClaim = api.RolesClaim,
            Roles = api.Roles,
            Idle = TimeSpan.FromMinutes(console.IdleMinutes),

            // where nobody can be asked who is in which group, what a token says counts for an hour, as tokens do
            Longest = TimeSpan.FromHours(environment.Pool is null ? 1 : console.SessionHours),
            Scheme = IssuerSignIn.Scheme,
            SignOut = environment.SignOut is { } there ? new Uri(there, SignOutQuery(environment)) : null,
        };
        services.AddSignIn(
            settings,
            environment.Pool is { } pool
                ? provider => new CognitoDirectory(provider.GetRequiredService<IAmazonCognitoIdentityProvider>(), pool)
                : null).AddIssuer(settings, environment.Client);
    }

    /// <summary>Amazon Cognito ends the session and leads back (logout endpoint of a user pool).</summary>
    private static string SignOutQuery(ConsoleEnvironment environment)
    {
        var back = Uri.EscapeDataString($"https://{environment.Host}{ConsolePaths.SignedOut}");
        return $"?client_id={Uri.EscapeDataString(environment.Client)}&logout_uri={back}";
    }

    private static void AddKeys(IServiceCollection services, ConsoleEnvironment environment)
    {
        services.AddSingleton(provider =>
            new SealingKey(provider.GetRequiredService<IAmazonKeyManagementService>(), environment.Key));
        services.AddOptions<KeyManagementOptions>()
            .Configure<SealingKey>(static (options, key) => options.XmlEncryptor = new KeySealer(key));
    }

    /// <summary>One line for each answer, as the API has it: who asked for what, and what came of it.</summary>
    private static async ValueTask<ApiAnswer> AskAsync(
        IServiceProvider services, ApiRequest request, ApiCaller caller, CancellationToken cancellationToken)
    {
        var (desk, told) = (services.GetRequiredService<ApiDesk>(), services.GetRequiredService<FunctionEnvironment>());
        var route = desk.RouteOf(request) ?? $"{request.Method} no route";
        ApiAnswer answer;
        try
        {
            answer = await desk.AnswerAsync(
                request,
                new CallerReading(caller, null),
                told.Configuration.Api!.RequestsPerMinute,
                services.GetRequiredService<TimeProvider>().GetUtcNow(),
                cancellationToken);
        }
        catch (Exception thrown) when (ApiFailure.IsPassing(thrown))
        {
            answer = ApiFailure.To(request);
            LambdaLogger.Log($"Failed with {answer.Status} {route} of {caller.Name}: {thrown.GetType().Name}: {thrown.Message}");
            return answer;
        }

        // looking is not logged, but at what others did
        if (request.Method != "GET" || answer.Status >= 400 || route.EndsWith(TrailRoutes.Path, StringComparison.Ordinal))
        {
            LambdaLogger.Log($"{(answer.Status < 400 ? "" : "Refused with ")}{answer.Status} {route} of {caller.Name}: {answer.Reason}");
        }

        return answer;
    }
}
