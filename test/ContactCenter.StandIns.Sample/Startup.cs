using Amazon.Lambda.Annotations;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.StandIns.Sample;

[LambdaStartup]
public sealed class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        if (Environment.GetEnvironmentVariable("SAMPLE_FAILS_TO_START") == "true")
        {
            throw new InvalidOperationException("The sample was told to fail.");
        }

        _ = services.AddSingleton<ICounter, Counter>();
    }
}
