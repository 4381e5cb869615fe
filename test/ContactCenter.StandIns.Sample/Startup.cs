using Amazon.Lambda.Annotations;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.StandIns.Sample;

[LambdaStartup]
public sealed class Startup
{
    public void ConfigureServices(IServiceCollection services) => services.AddSingleton<ICounter, Counter>();
}
