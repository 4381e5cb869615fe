using Amazon.DynamoDBv2;
using Amazon.Lambda.Annotations;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring;
using ContactCenter.Core.Monitoring.Triage;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Functions;

/// <summary>The one composition root: what every function is made of, each thing once in a process.</summary>
[LambdaStartup]
public sealed class Startup
{
    /// <summary>Registers the services; each is made when a function first needs it.</summary>
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton(FunctionEnvironment.Read());
        services.AddSingleton(TimeProvider.System);
        AddDecisions(services);
        AddStore(services);
    }

    private static void AddDecisions(IServiceCollection services)
    {
        services.AddSingleton(provider => Environment(provider).Configuration);
        services.AddSingleton(provider => new IncidentPolicy(Environment(provider).Configuration));
        services.AddSingleton(provider => new AlarmTriage(Environment(provider).Configuration, AlarmCatalog.Default));
        services.AddSingleton<IncidentPipeline>();
        services.AddSingleton<EffectDelivery>();
        services.AddSingleton<EscalationClock>();

        // past the logger, which would wrap the line: the metric format needs it bare
        services.AddSingleton(_ => new HeartbeatMetric(new StreamWriter(Console.OpenStandardOutput())));
    }

    private static void AddStore(IServiceCollection services)
    {
        services.AddSingleton<IAmazonDynamoDB>(_ => new AmazonDynamoDBClient());
        services.AddSingleton<IIncidentStore>(provider => new DynamoDbIncidentStore(
            provider.GetRequiredService<IAmazonDynamoDB>(), Table(provider), Environment(provider).Configuration.Incidents.RetentionDays));
        services.AddSingleton<IOutbox>(provider => new DynamoDbOutbox(provider.GetRequiredService<IAmazonDynamoDB>(), Table(provider)));
        services.AddSingleton<IChangeLog>(provider => new DynamoDbChangeLog(provider.GetRequiredService<IAmazonDynamoDB>(), Table(provider)));
        services.AddSingleton<INotebook>(provider => new DynamoDbNotebook(
            provider.GetRequiredService<IAmazonDynamoDB>(), Table(provider), provider.GetRequiredService<TimeProvider>()));
    }

    private static FunctionEnvironment Environment(IServiceProvider provider) => provider.GetRequiredService<FunctionEnvironment>();

    private static string Table(IServiceProvider provider) => Environment(provider).IncidentsTable;
}
