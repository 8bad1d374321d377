/** Installs a package from a registry into a home, as another process of Kinora would. Arguments: home, registry, name, version. */
import { openPackages } from '../extra-packages.ts';

const [home = '', registry = '', name = '', version = ''] = process.argv.slice(2);
const packages = openPackages({ home, environment: { npm_config_registry: registry } });
await packages.install({ [name]: version });
process.stdout.write('installed');
